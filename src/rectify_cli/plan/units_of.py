"""The fan-outs of a plan, before its tasks: a link between equal units asks about both ends."""

from rectify_cli.foundation.finding import Finding, say
from rectify_cli.plan.document import TaskDocument
from rectify_cli.plan.fan_out import MAX_PARTS, MAX_UNITS, FanOut, fan_out
from rectify_cli.plan.mounts import Laid
from rectify_cli.plan.scopes import Tables


def fan_outs(laid: Laid, tables: Tables, findings: list[Finding]) -> dict[int, FanOut]:
    """The units of every task that has `each`."""
    found: dict[int, FanOut] = {}
    distinct: set[int] = set()
    total = parts = 0
    for task, bound in enumerate(laid.bound):
        if bound is None or not isinstance(bound.fields, TaskDocument):
            continue
        fields = bound.fields
        if fields.each:
            fanned = fan_out(fields, tables.groups[laid.scope_of[task]], findings)
            if id(fanned.units) not in distinct:
                distinct.add(id(fanned.units))
                total += len(fanned.units)
            parts += len(fanned.units)
            if total > MAX_UNITS or parts > MAX_PARTS:
                most = MAX_UNITS if total > MAX_UNITS else MAX_PARTS
                findings.append(_too_many(fields, most))
                return found
            found[task] = fanned
        elif fields.except_ and "each" not in fields.bad:
            findings.append(_except_alone(fields))
    return found


def _too_many(fields: TaskDocument, most: int) -> Finding:
    message = say("the fan-outs have more than {most} instances in all", most=most)
    where = fields.where.at("each")
    return Finding("too-large", where, message, say("let fan-outs share their groups and except:"))


def _except_alone(fields: TaskDocument) -> Finding:
    message = say("except: leaves units out of a fan-out, and this task has no each:")
    fix = say("add each: with a group, or take except: away")
    return Finding("bad-value", fields.where.at("except"), message, fix)
