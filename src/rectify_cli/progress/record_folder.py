"""Where the reports on a plan lie: in a folder beside it, named after the plan's file."""

FOLDER_ENDING = ".progress"
_PLAN_ENDINGS = (".yaml", ".yml")


def progress_folder(plan_file: str) -> str:
    """The folder of a plan file's reports: `plans/wuwei.yaml` has `plans/wuwei.progress`."""
    for ending in _PLAN_ENDINGS:
        if plan_file.casefold().endswith(ending):
            return plan_file[: -len(ending)] + FOLDER_ENDING
    return plan_file + FOLDER_ENDING
