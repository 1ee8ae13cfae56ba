"""Adds up what ctest ran: summary.py REPORT.xml LOG [REPORT.xml LOG …].

Qt Test and unittest programs hold many tests each, so their own totals are counted where they print some; a program
that ended without totals (a crash, a time-out, a lint script) counts as one test. Every skip is printed with its
reason, so that nothing is left out silently. The last line is what a reader and a machine look for.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

QT_TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.M)
QT_SKIP = re.compile(r"^SKIP\s*: (.*?)\n\s+Loc:|^SKIP\s*: (.*)$", re.M)
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in ", re.M)
UNITTEST_RESULT = re.compile(r"^(?:OK|FAILED)(?: \((.*)\))?$", re.M)
UNITTEST_SKIP = re.compile(r"^.* \.\.\. skipped (.*)$", re.M)


def outputs_by_name(log):
    """Test name → everything it printed, from ctest's own log (the report cuts long outputs)."""
    with open(log, encoding="utf-8", errors="replace") as file:
        text = file.read()
    outputs = {}
    for part in re.split(r"^-{58}\n(?=\d+/\d+ Testing: )|^(?=\d+/\d+ Testing: )", text, flags=re.M):
        head = re.match(r"\d+/\d+ Testing: (.*)\n", part)
        if head:
            outputs[head.group(1)] = part
    return outputs


def count(output, succeeded):
    """(passed, failed, skips) of one program."""
    qt = QT_TOTALS.findall(output)
    if qt:
        passed, failed, _ = (sum(int(total[i]) for total in qt) for i in range(3))
        skips = [first or second for first, second in QT_SKIP.findall(output)]
    elif UNITTEST_RAN.search(output) and UNITTEST_RESULT.search(output):
        ran = sum(map(int, UNITTEST_RAN.findall(output)))
        details = dict(item.split("=") for item in re.findall(r"\w+=\d+", UNITTEST_RESULT.search(output).group(1) or ""))
        failed = int(details.get("failures", 0)) + int(details.get("errors", 0))
        skips = UNITTEST_SKIP.findall(output)
        skips += ["(no reason given)"] * (int(details.get("skipped", 0)) - len(skips))
        passed = ran - failed - len(skips)
    else:
        return int(succeeded), int(not succeeded), []
    if not succeeded and failed == 0:
        failed = 1  # All checks went well, and then it crashed, leaked or ran out of time.
    return passed, failed, skips


def main(arguments):
    passed = failed = 0
    skipped, broken, slow = [], [], []
    for report, log in zip(arguments[::2], arguments[1::2]):
        try:
            cases = ElementTree.parse(report).getroot().findall("testcase")
            outputs = outputs_by_name(log)
        except (OSError, ElementTree.ParseError) as error:
            print(f"No report of the tests: {error}", file=sys.stderr)
            failed += 1
            continue
        for case in cases:
            name = case.get("name")
            status = case.get("status")
            if status in ("notrun", "disabled"):
                skipped.append(f"{name}: not run")
                continue
            plus, minus, skips = count(outputs.get(name, ""), status == "run")
            passed += plus
            failed += minus
            skipped += [f"{name}: {reason}" for reason in skips]
            slow.append((float(case.get("time", 0)), name))
            if minus:
                broken.append(name)
    for seconds, name in sorted(slow, reverse=True)[:5]:
        print(f"  {seconds:6.1f} s  {name}", file=sys.stderr)
    for line in skipped:
        print(f"SKIPPED  {line}")
    for name in broken:
        print(f"FAILED   {name}")
    print(f"{passed} passed, {failed} failed, {len(skipped)} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
