from rectify_cli.syntax.patch import Patch
from rectify_cli.syntax.limits import LIMITS
from rectify_cli.syntax.tree import TreeBuilder
import yaml,gc
def parse(source):
    b=TreeBuilder(source,Patch(source.text),LIMITS)
    gc.disable()
    try:
        r=b.build(yaml.CSafeLoader)
    finally: gc.enable()
    return r,b.findings
