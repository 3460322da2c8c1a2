"""How a roadmap's page looks: on a screen, on a telephone, in the dark, on A3."""

STYLE = """
:root { --name: clamp(9rem, 30vw, 30rem); --work: #6fa3d0; --critical: #e0896f; --done: #17466f;
  --bad: #b5341a; --dark: #3c4652; --today: #0b7a3e; --arrow: #a4aeb9; --drives: #52606d;
  --mark: #fff3c4; --red: #b5341a; --yellow: #8a6100; --blue: #17609c; --green: #0b7a3e; }
@media (prefers-color-scheme: dark) { :root { --work: #3f79ad; --critical: #b4563a; --done: #b9dcfa;
  --bad: #ff8a6b; --dark: #aab4bf; --today: #5fd394; --arrow: #55616d; --drives: #9aa7b4;
  --mark: #4a3f12; --red: #ff8a6b; --yellow: #f0c14b; --blue: #86bdf0; --green: #5fd394; } }
.signs { position: absolute; width: 0; height: 0; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: end; margin: .8rem 0;
  padding: .5rem .7rem; background: var(--head); border-radius: .4rem; }
.filters label { display: grid; font-size: .8rem; color: var(--faint); min-width: 0; }
.filters select, .filters button, #tip button { font: inherit; font-size: .95rem; color: var(--ink);
  background: var(--paper); border: 1px solid var(--line); border-radius: .3rem;
  padding: .25rem .5rem; max-width: 16rem; }
.keys { color: var(--faint); font-size: .85rem; margin: .2rem 0; }
.chart { position: relative; border: 1px solid var(--line); border-radius: .3rem;
  overflow: hidden; }
.ruler { display: block; width: calc(100% - var(--name)); height: 36px;
  margin-inline-start: var(--name); border-bottom: 1px solid var(--line); }
.ruler text { fill: var(--ink); font-size: 12px; }
.ruler .month { font-weight: bold; } .ruler .week { fill: var(--faint); font-size: 11px; }
.rows { position: relative; list-style: none; margin: 0; padding: 0; }
.back, .front { position: absolute; top: 0; left: var(--name); width: calc(100% - var(--name));
  height: 100%; pointer-events: none; }
.off { fill: var(--off); }
.row { position: relative; display: grid; grid-template-columns: var(--name) 1fr; height: 26px;
  color: inherit; text-decoration: none; border-bottom: 1px solid var(--head); }
.row:hover, .row.at { background: color-mix(in srgb, var(--link) 14%, transparent); }
.row.drives { background: color-mix(in srgb, var(--yellow) 22%, transparent); }
.row:focus-visible { outline: 2px solid var(--link); outline-offset: -2px; z-index: 2; }
.name { display: flex; gap: .5rem; align-items: center; padding: 0 .5rem; font-size: .85rem;
  white-space: nowrap; min-width: 0; }
.name b, .name i { font-style: normal; font-weight: normal; overflow: hidden;
  text-overflow: ellipsis; }
.name b { flex: 1 1 auto; min-width: 3em; }
.name i { flex: 0 1 auto; max-width: 40%; color: var(--faint); font-size: .8rem; }
.sum .name b { font-weight: bold; }
.d1 b { padding-inline-start: 1em; } .d2 b { padding-inline-start: 2em; }
.d3 b { padding-inline-start: 3em; } .d4 b { padding-inline-start: 4em; }
.lamp { flex: none; font-size: .75rem; padding: 0 .35rem; border: 1px solid; border-radius: .6rem; }
.red { color: var(--red); } .yellow { color: var(--yellow); } .blue { color: var(--blue); }
.green { color: var(--green); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.bar { display: block; width: 100%; height: 25px; overflow: hidden; }
.span { fill: var(--work); } .work { fill: var(--work); } .critical { fill: var(--critical); }
.summary { fill: var(--dark); } .milestone { fill: var(--dark); } .crit { fill: var(--bad); }
.occurrences { fill: var(--work); } .done { fill: var(--done); } .deadline { fill: var(--bad); }
.late { fill: none; stroke: var(--bad); stroke-dasharray: 3 2; vector-effect: non-scaling-stroke; }
.today { stroke: var(--today); stroke-width: 2; stroke-dasharray: 6 3; }
.front g line { stroke: var(--arrow); } .front .drives line { stroke: var(--drives); }
.head { fill: var(--drives); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: .8rem 0; padding: 0;
  list-style: none; font-size: .85rem; }
.legend svg { width: 30px; height: 20px; vertical-align: middle; margin-inline-end: .4rem;
  overflow: visible; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
  gap: .8rem; }
.card { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem;
  font-size: .9rem; min-width: 0; }
.card:target { outline: 2px solid var(--link); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .3rem 0; }
dt { color: var(--faint); } dd { margin: 0; min-width: 0; white-space: pre-line; }
h4 { font-size: .9rem; margin: .5rem 0 .1rem; }
dt::first-letter, h4::first-letter { text-transform: uppercase; }
.card ul, #tip ul { margin: .2rem 0; padding-inline-start: 1.2rem; }
#tip { position: fixed; z-index: 5; width: min(26rem, 100vw - 2rem); max-height: 60vh;
  overflow: auto; padding: .7rem .9rem; font-size: .9rem; background: var(--paper);
  border: 1px solid var(--drives); border-radius: .4rem; box-shadow: 0 4px 18px #0006; }
#tip button { float: right; margin-inline-start: .5rem; }
@media (max-width: 600px) {
  body { padding: .6rem; }
  .ruler, .back, .front { width: 100%; margin-inline-start: 0; left: 0; }
  .front g, .week { display: none; }
  .row { grid-template-columns: 100%; height: auto; padding-top: 2px; }
  .filters label, .filters select { width: 100%; max-width: none; }
  #tip { left: 0 !important; right: 0; top: auto !important; bottom: 0; width: auto;
    max-height: 45vh; }
}
@media print {
  :root { --name: 105mm; --work: #6fa3d0; --critical: #e0896f; --done: #17466f; --bad: #b5341a;
    --dark: #3c4652; --today: #0b7a3e; --arrow: #a4aeb9; --drives: #52606d; --red: #b5341a;
    --yellow: #8a6100; --blue: #17609c; --green: #0b7a3e; }
  .filters, .keys, #tip, .details { display: none; }
  .part[data-phase] { break-before: page; }
  main:not(.phased) .part:first-of-type { break-before: auto; }
  .name { font-size: 8.5pt; } .name i, .lamp { font-size: 8pt; }
  .row { break-inside: avoid; } h2 { break-after: avoid; margin-top: 0; }
  .overview { margin-top: 6mm; }
}
"""
