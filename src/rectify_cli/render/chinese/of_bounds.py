"""What is said of inputs that are beyond a bound of the work that they ask for."""

SENTENCES: dict[str, str] = {
    "include each plan once, or split the programme into several": (
        "每个计划只 include 一次，或分成几个计划"
    ),
    "let tasks share calendars, or bring their dates nearer to the start": (
        "让任务共用日历，或者让日期更靠近开始日"
    ),
    "plans that are included twice or more add over {most} tasks again": (
        "多次 include 的计划重复增加了超过 {most} 项任务"
    ),
    (
        "the calendars reach over more than {years} years together, or over {decades} decades of "
        "public holidays: beyond, only the week was counted"
    ): "各日历合计超过 {years} 年，或公共假日超过 {decades} 个十年：超出的部分只按每周工作日计算",
}
