"""What is said of Microsoft Project's files: why one is refused, what of it a plan cannot hold."""

SENTENCES: dict[str, str] = {
    "exceptions of the calendar that recur by a pattern": "日历中按规律重复的例外日期",
    "progress: what is done is reported, with  rectify done  and the others": (
        "进度：完成情况用  rectify done  等命令报告"
    ),
    "rows that are inactive: {n}": "停用的行：{n} 行",
    "{row}: nobody of its fan-out is assigned": "{row}：分办单位一个也没有分配",
    "{row}: it has no dates": "{row}：没有日期",
    "{row}: its constraint (start no later, finish no earlier) is none of a plan's": (
        "{row}：计划中没有“不得晚于…开始”“不得早于…完成”这类限制"
    ),
    "{row}: a link to a row that is not in the file": "{row}：所链接的行不在文件里",
    "{row}: an FF or SF link into a summary": "{row}：指向摘要任务的 FF 或 SF 链接",
    "{row}: a lag that is no whole days": "{row}：延隔时间不是整天",
    "resources that are material or cost: {names}": "材料或成本类资源：{names}",
    "the file has more than {n} elements": "文件的元素超过 {n} 个",
    "the file has more than {n} MB": "文件超过 {n} MB",
    "the project has more than {n} rows or {m} levels": "项目超过 {n} 行或 {m} 级",
    "the project has no start, or no tasks": "项目没有开始日期，或没有任务",
    "save it in Microsoft Project as XML (*.xml)": "在 Microsoft Project 中另存为 XML（*.xml）",
    "the file declares entities, which are refused": "文件声明了实体，不予读取",
    "this is no XML that can be read": "这不是能读的 XML",
    "this is no MS Project file": "这不是 Microsoft Project 文件",
}
