"""What is wrong with a file as such, as a text, as YAML."""

SENTENCES: dict[str, str] = {
    "'&{name}' is a YAML anchor; plans use none": "“&{name}”是 YAML 锚点，计划里不用",
    "'*{name}' is a YAML alias; plans use none": "“*{name}”是 YAML 别名，计划里不用",
    "'{name}' is a YAML anchor; plans use none": "“{name}”是 YAML 锚点，计划里不用",
    "'{name}' is a YAML alias; plans use none": "“{name}”是 YAML 别名，计划里不用",
    "'<<' is a YAML merge key; plans use none": "“<<”是 YAML 合并键，计划里不用",
    "'{braces}' opens a mapping in a mapping, and no text": ("“{braces}”是映射里套映射，不是文字"),
    "'{escape}' means nothing inside double quotes": "双引号里的“{escape}”没有意义",
    "'{here}' closes nothing": "“{here}”没有对应的开头",
    "'{key}' stands deeper than '{above}' in line {line}, which has its value already": (
        "“{key}”比第 {line} 行的“{above}”缩进更深，而那一行已经有值"
    ),
    "'{opening}' is closed with '{here}'": "“{opening}”用“{here}”来结束",
    "'{opening}' is not closed": "“{opening}”没有结束",
    "'{tag}' is a YAML tag; plans use none": "“{tag}”是 YAML 标签，计划里不用",
    "'{words}' stands where a key is asked for, and has no colon": (
        "这里应当是键，“{words}”后面没有冒号"
    ),
    "'{key}' stands here twice; the first is in line {line}": (
        "“{key}”在这里写了两次，第一次在第 {line} 行"
    ),
    "a carriage return that no line feed follows": "回车符后面没有换行符",
    "a full-width or no-break space in the indentation": "缩进里有全角空格或不间断空格",
    "a key is a text, and no list or mapping": "键应当是文字，不能是列表或映射",
    "a key of {n} characters is too long": "键有 {n} 个字符，太长",
    "a line that begins with '%' is a YAML directive; plans use none": (
        "以“%”开头的行是 YAML 指令，计划里不用"
    ),
    "a list does not begin on the line of its key": "列表不能从键所在的这一行开始",
    "a merge conflict is left in the file": "文件里留有合并冲突",
    "a NUL byte: this is no text file": "有 NUL 字节，这不是文本文件",
    "a second document begins here; a plan is one": "这里开始了第二份文档，一个计划只有一份",
    "a tab between words": "词之间有制表符",
    "a tab in the indentation": "缩进里有制表符",
    "a value that begins with '[' is a list, and text follows its end": (
        "以“[”开头的值是列表，结束后又有文字"
    ),
    "a value that begins with '{first}' is a mapping, and text follows its end": (
        "以“{first}”开头的值是映射，结束后又有文字"
    ),
    "a value with ': ' in it needs quotes": "值里有“: ”，要加引号",
    "an id has at most 64; the words belong into 'title:'": ("标识最多 64 个字符，文字写进 title:"),
    "begin it with '- ', or indent it otherwise": "用“- ”开头，或者改缩进",
    "begin with 'rectify: 1', then 'title: …' and 'start: …', a line each": (
        "先写“rectify: 1”，再写“title: …”和“start: …”，各占一行"
    ),
    "byte 0x{byte} is not UTF-8; the file seems to be {name}": (
        "字节 0x{byte} 不是 UTF-8，文件像是 {name}"
    ),
    "end lines in LF or CRLF": "行尾用 LF 或 CRLF",
    "give it a key, or indent it below the key that it belongs to": (
        "给它加一个键，或缩进到它所属的键下面"
    ),
    "indent it by {places}": "缩进 {places} 格",
    "indent it like line {line}, by {n}": "与第 {line} 行对齐，缩进 {n} 格",
    "indent with spaces": "用空格缩进",
    "keep the side that holds, and take the marker lines away": ("保留正确的一边，删去标记行"),
    "look at its indentation, colons and quotes, and at those of the line above it": (
        "检查这一行和上一行的缩进、冒号、引号"
    ),
    "mend these first": "先改正以上各处",
    "more than {n} findings in one file; the rest of it was not read": (
        "一个文件里的问题超过 {n} 处，后面没有再读"
    ),
    "nest less deeply, or include a plan of its own": "减少嵌套，或分成单独的计划再 include",
    "no key stands before the colon": "冒号前没有键",
    "no space after the colon": "冒号后没有空格",
    "nothing stands before this comma": "逗号前没有内容",
    "put its items on the lines below, or write [a, b]": "各项写到下面几行，或写成 [a, b]",
    "put the whole text in quotes": "整段文字加引号",
    "save the file as UTF-8": "把文件另存为 UTF-8",
    "shorten it, or put it into a file that 'document:' names": (
        "缩短，或写进 document: 所指的文件"
    ),
    "split it into several plans that one plan includes": "分成几个计划，由一个计划 include",
    "take it away": "删去",
    "take it away, or put the whole text in quotes": "删去，或整段文字加引号",
    "take one of the two away": "删去其中一个",
    "take the '---' away, or put what follows into a file of its own": (
        "删去“---”，或把后面的内容另存为一个文件"
    ),
    "take the '...' away": "删去“...”",
    "take the comma away": "删去逗号",
    "take the escape away": "删去这个转义",
    "take the line away": "删去这一行",
    "text follows '...', which ends the document": "“...”已结束文档，后面又有文字",
    "text follows the closing quote": "引号结束后又有文字",
    "the colon is full-width; YAML needs a half-width one": "冒号是全角的，YAML 要半角",
    "the file has more than {n} lines": "文件超过 {n} 行",
    "the file holds more than {n} keys and values": "文件里的键和值超过 {n} 个",
    "the file is empty": "文件是空的",
    "the file is larger than {size} MiB": "文件超过 {size} MiB",
    "the file is {name}": "文件的编码是 {name}",
    "the first '{key}'": "第一个“{key}”",
    "the keys of line {line} go on here, and this is an item of a list": (
        "这里接着第 {line} 行的键，而这是列表的一项"
    ),
    "the list of line {line} goes on here, and this is no item of it": (
        "这里接着第 {line} 行的列表，而这不是列表的一项"
    ),
    "the quote is not closed": "引号没有结束",
    "this '- ' is part of the text in line {line}, since it stands deeper": (
        "这个“- ”缩进更深，成了第 {line} 行文字的一部分"
    ),
    "this cannot be read as YAML": "这里不能当作 YAML 来读",
    "this line is indented by {n}, which fits no block above it": (
        "这一行缩进 {n} 格，与上面哪一段都对不齐"
    ),
    "this stands more than {n} levels deep": "嵌套超过 {n} 层",
    "this text has more than {n} characters": "这段文字超过 {n} 个字符",
    "used here": "用在这里",
    "write ': ' (a half-width colon and a space)": "改为“: ”（半角冒号加一个空格）",
    "write \\\\ for a backslash, or put the text in single quotes": (
        "反斜杠写作 \\\\，或改用单引号"
    ),
    "write '{closing}'": "写“{closing}”",
    "write '{closing}' at its end": "末尾写“{closing}”",
    "write '{key}: ' with a space after the colon": "写“{key}: ”，冒号后加空格",
    "write '{words}: …', or indent it below the text that it belongs to": (
        "写“{words}: …”，或缩进到它所属的文字下面"
    ),
    "write a space": "写一个空格",
    "write a word, a colon and a space, then the value": "先写键，再写冒号和空格，然后是值",
    "write its first lines, 'rectify: 1', 'title: …' and 'start: …', or run rectify init": (
        "先写“rectify: 1”“title: …”“start: …”几行，或运行 rectify init"
    ),
    "write its key before it": "在它前面写上键",
    "write the value out where it is used; text that begins with '&' stands in quotes": (
        "用到的地方直接写出值；以“&”开头的文字要加引号"
    ),
    "write the value out; text that begins with '*' stands in quotes": (
        "直接写出值；以“*”开头的文字要加引号"
    ),
    "write the values out; 'defaults:' holds what many tasks share": (
        "直接写出各个值；多项任务共用的写进 defaults:"
    ),
    "write {quote} at the end of the text": "文字末尾写 {quote}",
    "write {text}": "写 {text}",
    "{character} may not stand in a plan": "计划里不能有 {character}",
    "a file is keys with their values, and this is none": "文件应当由键和值组成，而这不是",
}
