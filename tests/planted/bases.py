"""Clean plans to plant faults in: a line `@slot` gives way to what is planted there."""

Files = dict[str, str]

_HEAD = """\
rectify: 1
title: Office move
start: 2026-03-02
@head
"""
_OWNERS = """\
owners:
  office: {title: Office, kind: office}
  chair: {title: Chair, kind: person, parent: office}
  van: {title: Vans, capacity: 2}
  @owners
  north: {title: North school, kind: school, parent: office}
  south: {title: South school, kind: school, parent: office}
"""
_GROUPS = """\
groups:
  @groups
  schools: {kind: school}
"""
_CHECKED = """\
check:
  strict: false
  ignore:
    unknown-report: reports are kept elsewhere
    @ignores
assert:
  - alpha.finish >= 2026-03-02
  @asserts
"""
_PHASES = """\
phases:
  prepare:
    title: Preparation
    owner: office
    deadline: 2026-12-18
    tasks:
      alpha: {title: Kick-off, on: 2026-03-04}
      @tasks
      rooms:
        duration: 5d
        after: alpha
      @tasks
  @phases
  carry:
    owner: chair
    start: 2026-04-07
    deadline: 2026-12-23
    tasks:
      @tasks
      visits: {each: schools, duration: 3d, after: prepare}
"""

IN_PHASES: Files = {
    "plan.yaml": _HEAD + _OWNERS + _GROUPS + _CHECKED + _PHASES,
}

LAST_THINGS_FIRST: Files = {
    "plan.yaml": _PHASES + _CHECKED + _GROUPS + _OWNERS + _HEAD,
}

ALL_AT_THE_TOP: Files = {
    "plan.yaml": _HEAD
    + _OWNERS
    + _GROUPS
    + _CHECKED
    + """\
tasks:
  alpha: {owner: office, deadline: 2026-12-18, on: 2026-03-04}
  # What was agreed in spring
  whole-move:
    owner: office
    deadline: 2026-12-18
    tasks:
      @tasks
      desks: {duration: 4d, after: alpha}
      upstairs:
        title: The upper floors
        start: 2026-04-07
        tasks:
          @tasks
          shelves: {duration: 2d}
""",
}

CHINESE: Files = {
    "plan.yaml": """\
rectify: 1
title: 全市教育整顿   # 日程表
start: 2026-03-02
@head
owners:
  office: {title: 领导小组办公室, kind: 办公室}
  chair: {title: 组长：书记, kind: person}
  @owners
  van: {title: 车辆, capacity: 2}
  north: {title: 城北学校, kind: school}
  south: {title: 城南学校, kind: school}
groups:
  schools: {kind: school}
  @groups
"""
    + _CHECKED
    + """\
phases:
  学习教育:
    title: 学习教育环节
    owner: office
    deadline: 2026-12-18
    tasks:
      alpha: {title: 动员会, on: 2026-03-04}
      集中学习:
        tasks:
          @tasks
          读书班: {title: 读书班（第一期）, duration: 5d, after: alpha}
      @tasks
  @phases
""",
}

_WEST = """\
rectify: 1
title: West
start: 2026-03-02
deadline: 2026-12-18
owners:
  west: {title: West office}
  @owners
  # The same as in the plan above.
  north: {title: North school, kind: school, parent: office}
  south: {title: South school, kind: school, parent: office}
groups:
  schools: {kind: school}
  @groups
phases:
  west-one:
    owner: west
    tasks:
      alpha: {on: 2026-03-04}
      @tasks
"""

WITH_OTHER_PLANS: Files = {
    "plan.yaml": _HEAD
    + _OWNERS
    + _GROUPS
    + _CHECKED
    + "include:\n  west: districts/west.yaml\n  @includes\n"
    + _PHASES,
    "districts/west.yaml": _WEST,
}

BASES = (IN_PHASES, LAST_THINGS_FIRST, ALL_AT_THE_TOP, CHINESE, WITH_OTHER_PLANS)
