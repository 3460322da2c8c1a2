"""The words and boxes of a roadmap's page: what a browser shows even without its script."""

TEMPLATE = """\
{% macro named(bar) %}{% if bar.no is not none %}{{ bar.no|c }}&ensp;{% endif %}\
{{ bar.label|c }}{% endmacro %}\
{% macro dates(bar) %}{{ bar.start }}{% if bar.finish != bar.start %} - {{ bar.finish }}\
{% endif %}{% endmacro %}\
{% macro lamp(slug) %}<span class="lamp {{ slug }}">{{ words("roadmap-lamp-" ~ slug) }}</span>\
{% endmacro %}\
{% macro chart_of(chart) %}<div class="chart">
<svg class="ruler" aria-hidden="true">{% for x, text, look in chart.ruler %}\
<text class="{{ look }}" x="{{ x }}" y="{{ 14 if look == "month" else 30 }}" dx="3">\
{{ text|c }}</text>{% endfor %}</svg>
<div class="rows">{{ chart.back|safe }}
{% for row in chart.rows %}<a class="row d{{ [row.bar.depth, 4]|min }}\
{% if row.bar.shape == "summary" %} sum{% endif %}" href="#c{{ row.card }}" \
data-d="{{ row.bar.depth }}" data-l="{{ row.lamp }}" data-p="{{ row.parts }}">\
<span class="name"><b>{{ named(row.bar) }}</b>{% if row.called %}{{ lamp(row.lamp) }}{% endif %}\
{% if row.bar.bearer %}<i>{{ row.bar.bearer|c }}</i>{% endif %}\
<span class="unseen">{{ dates(row.bar) }} {{ row.said|c }}</span></span>\
{{ row.drawing|safe }}</a>
{% endfor %}{{ chart.front|safe }}</div></div>{% endmacro %}\
{{ defined|safe }}
<header>
<h1>{{ timeline.title|c }}</h1>
{% for fact in timeline.facts %}<p class="facts">{% for part in fact %}<span>{{ part|c }}</span>\
{% endfor %}</p>
{% endfor %}</header>
<div class="filters" id="filters" role="group" aria-label="{{ words("page-filters") }}" hidden>
<label>{{ words("page-owner") }}<select id="by-owner" autocomplete="off">\
<option value="">{{ words("page-everyone") }}</option>
{% for carries, label in ((true, "page-carrying"), (false, "page-taking-part")) %}\
{% for owner in owners if owner.carries == carries %}\
{% if loop.first %}<optgroup label="{{ words(label) }}">{% endif %}\
<option value="{{ owner.key }}"{% if owner.sets %} data-sets="{{ owner.sets|join(" ") }}"\
{% endif %}>{{ owner.title|c }}</option>{% if loop.last %}</optgroup>
{% endif %}{% endfor %}{% endfor %}</select></label>
<label>{{ words("page-phase") }}<select id="by-phase" autocomplete="off">\
<option value="">{{ words("page-every-phase") }}</option>\
{% for chart in charts %}<option value="{{ chart.key }}">{{ chart.title|c }}</option>\
{% endfor %}</select></label>
<label>{{ words("page-lamp") }}<select id="by-lamp" autocomplete="off">\
<option value="">{{ words("page-every-lamp") }}</option>\
{% for slug in lamps %}<option value="{{ slug }}">{{ words("roadmap-lamp-" ~ slug) }}</option>\
{% endfor %}</select></label>
<button type="button" id="reset">{{ words("page-reset") }}</button>
<output id="shown" data-text="{{ words("page-shown") }}"></output>
</div>
<p class="keys" id="keys" hidden>{{ words("page-keys") }}</p>
<p id="none" role="status" hidden>{{ words("page-none") }}</p>
<ul class="legend" aria-label="{{ words("page-legend") }}">{% for kind, text in signs %}\
<li><svg aria-hidden="true">\
{% if kind == "milestone" %}<use href="#milestone" class="milestone" x="15" y="10"/>\
{% elif kind == "occurrences" %}<use href="#mark" class="occurrences" x="15" y="10"/>\
{% elif kind == "deadline" %}<use href="#due" class="deadline" x="18" y="10"/>\
{% elif kind == "today" %}<line class="today" x1="15" x2="15" y1="0" y2="20"/>\
{% elif kind == "done" %}<rect class="done" y="8" width="30" height="4"/>\
{% elif kind == "summary" %}<rect class="summary" y="7" width="30" height="7"/>\
{% else %}<rect class="{{ "off" if kind == "day-off" else kind }}" x="1" y="3" width="28" \
height="14"/>{% endif %}</svg>{{ text|c }}</li>{% endfor %}</ul>
<main{% if overview.rows %} class="phased"{% endif %}>
{% if overview.rows %}<section class="overview">
<h2>{{ overview.title|c }}</h2>
{{ chart_of(overview) }}
</section>
{% endif %}{% for chart in charts %}<section class="part" data-phase="{{ chart.key }}">
<h2>{{ chart.title|c }}</h2>
{{ chart_of(chart) }}
</section>
{% endfor %}<section class="details">
<h2>{{ words("page-details") }}</h2>
<div class="cards">
{% for entry in entries %}<article class="card" id="c{{ entry.number }}">\
<h3>{{ named(entry.bar) }}</h3>\
{% if entry.said %}<p>\
{% if entry.lamp and entry.lamp != "done" %}{{ lamp(entry.lamp) }} {% endif %}\
{{ entry.said|c }}</p>\
{% endif %}<dl>{% for label, text in entry.card.facts %}<dt>{{ label }}</dt><dd>{{ text|c }}</dd>\
{% endfor %}</dl>\
{% if entry.reasons %}<h4>{{ words("page-reasons") }}</h4><ul>\
{% for text, number in entry.reasons %}<li>{% if number is not none %}\
<a href="#c{{ number }}">{{ text|c }}</a>{% else %}{{ text|c }}{% endif %}</li>{% endfor %}</ul>\
{% endif %}{% if entry.card.items %}<h4>{{ words("book-checklist") }}</h4><ul>\
{% for item in entry.card.items %}<li>{{ item|c }}</li>{% endfor %}</ul>\
{% endif %}{% for url in entry.card.urls %}<p>{% if url is web %}\
<a href="{{ url }}" rel="noopener noreferrer">{{ url }}</a>{% else %}{{ url|c }}{% endif %}</p>\
{% endfor %}</article>
{% endfor %}</div>
</section>
</main>
<aside id="tip" role="dialog" aria-label="{{ words("book-task") }}" tabindex="-1" \
data-close="{{ words("page-close") }}" hidden></aside>
"""
