"""What is said of files that are written: their endings, products, templates."""

SENTENCES: dict[str, str] = {
    "there is no product '{name}'": "没有成果“{name}”",
    "there is no product '{name}'; did you mean '{near}'?": "没有成果“{name}”，是不是“{near}”？",
    "--product says what a file holds: name one with  -o FILE": (
        "--product 说的是文件里放什么：用  -o 文件  指定文件"
    ),
    "{name}: the product {product} has no {ending}; it has {known}": (
        "{name}：成果 {product} 没有 {ending} 格式，只有 {known}"
    ),
    "{name}: {ending} needs what is not installed: python -m pip install 'rectify-cli[{extra}]'": (
        "{name}：写 {ending} 所需的组件没有安装：python -m pip install 'rectify-cli[{extra}]'"
    ),
    "--template is for .docx files: name one with  -o FILE.docx": (
        "--template 只用于 .docx 文件：用  -o 文件.docx  指定文件"
    ),
    "{name} is no Word document: save it as .docx in Word or WPS first": (
        "{name} 不是 Word 文档：请先在 Word 或 WPS 里另存为 .docx"
    ),
    "a sheet has at most {n} rows": "一张表最多 {n} 行",
    "a sheet has at most {n} columns": "一张表最多 {n} 列",
    "no font with Chinese characters is installed; install Noto Sans CJK SC": (
        "没有安装带汉字的字体，请安装 Noto Sans CJK SC（思源黑体）"
    ),
    "{name} cannot be written: another program has it open; close it": (
        "写不了 {name}：它正在别的程序里打开，请先在那里关闭"
    ),
}
