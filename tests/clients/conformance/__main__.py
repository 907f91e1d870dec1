"""Conformance to botocore's model, operation by operation: run by conformance.test.mjs as
    picket describe --format=json | python3 tests/clients/conformance URL ROUNDS
where URL is a fresh `picket serve`. Prints one JSON object: for each aspect and operation the problems found, and what
was skipped and why."""
import json
import re
import sys
from random import Random

import botocore
from botocore.validate import ParamValidator

import answers
import structure
from generate import Generator, Violations, replaced
from goldens import Reasons, read_goldens
from tables import REVIEWED, Table, read_data, service_model, shared_operations, version
from wire import Wire

# What the golden cases begin with.
FRESH = {"seed": 1, "region": "us-east-1", "account": "123456789012"}


class Report:
    def __init__(self):
        self.aspects = {}
        self.skipped = {}

    def checked(self, aspect, operation, problems=(), count=1):
        row = self.aspects.setdefault(aspect, {}).setdefault(operation, {"checked": 0, "problems": []})
        row["checked"] += count
        row["problems"] += [p for p in problems if p not in row["problems"]]


def check_structure(table, model, report):
    comparison = structure.compared(table, model)
    rows = {row["at"]: row for row in read_data("deviations.json")}
    report.skipped.update(comparison.skipped)
    for name in shared_operations(table, model):
        report.checked("structure", name)
    for at, (of_model, of_table, operations) in comparison.differences.items():
        row = rows.get(at)
        if row is None or (row["model"], row["table"]) != (of_model, of_table):
            told = "%s: the model has %r, the table %r" % (at, of_model, of_table)
            for operation in operations:
                report.checked("structure", operation, [told])
    for at, row in rows.items():
        expected = at in comparison.places and (version() < REVIEWED or not row.get("olderModels"))
        stale = expected and at not in comparison.differences
        problems = ["the row is stale: there is no such difference"] if stale else []
        if len(row["reason"]) < 20:
            problems.append("the row gives no reason")
        report.checked("deviations", at, problems)


# behaviors[0].criteria.durationSeconds; a key that is no plain name is quoted.
def path_text(path):
    text = ""
    for step in path:
        if isinstance(step, int):
            text += "[%d]" % step
        elif re.search(r'[.\[\]"\x00-\x1f]', step):
            text += "[" + json.dumps(step, ensure_ascii=False) + "]"
        else:
            text += ("." if text else "") + step
    return text


class Requests:
    def __init__(self, table, wire, report, rounds):
        self.table = table
        self.wire = wire
        self.report = report
        self.rounds = rounds
        self.unions = {name for name, shape in table.shapes.items() if shape.get("exactlyOne")}
        self.own_words = {member["name"] for shape in table.shapes.values() for member in shape.get("members", [])
                          if member.get("inOwnWords")}
        self.names = [n for n in shared_operations(table, wire.model) if wire.model.operation_model(n).input_shape]

    def check_answer(self, operation, answer):
        self.report.checked("answers", operation,
                            answers.problems(self.wire, operation, answer, newer=version() < REVIEWED))

    # A request that the model allows may still be refused: because of what exists, of a state, of a quota, or because
    # its members contradict each other. A golden case of the operation shows the sentence, or a row of outcomes.json
    # says why.
    def valid(self, goldens):
        reasons = Reasons(goldens, {name: self.table.operations[name]["errors"] for name in self.names})
        for round_ in range(self.rounds):
            order = list(self.names)
            Random(round_).shuffle(order)
            for operation in order:
                generator = Generator(Random("%s %d" % (operation, round_)), self.unions)
                shape = self.wire.model.operation_model(operation).input_shape
                params = generator.value(shape)
                problems = ParamValidator().validate(params, shape)
                assert not problems.has_errors(), problems.generate_report()
                answer = self.wire.send(operation, params)
                self.check_answer(operation, answer)
                told = []
                if not answer.ok and not reasons.explain(operation, answer):
                    told = ["%d %s: %s for %s" % (answer.status, answer.error, answer.message()[:300],
                                                  json.dumps(params, default=str)[:400])]
                self.report.checked("valid requests", operation, told)
        for row, problems in reasons.stale():
            self.report.checked("outcomes", row, problems)

    # The golden cases once more, for answers that random requests seldom get to. Some say what botocore's serializer
    # cannot write, and some need members that an older model does not have.
    def golden(self, goldens):
        for case in goldens:
            if case.operation not in self.names or case.params is None:
                continue
            self.wire.verb("ResetSession", FRESH)
            if all(self.set_up(call) for call in case.setup):
                answer = self.attempt(case.operation, case.params)
                if answer is not None:
                    self.check_answer(case.operation, answer)

    def attempt(self, operation, params):
        try:
            request = self.wire.serialized(operation, params)
        except Exception:  # botocore has no one class for this
            return None
        return self.wire.send_serialized(request)

    def set_up(self, call):
        operation, params = call["operation"], call["input"]
        if operation not in self.wire.model.operation_names:
            return self.wire.verb(operation, params).ok
        answer = self.attempt(operation, params)
        return answer is not None and answer.ok

    def refused(self):
        for operation in self.names:
            generator = Generator(Random("refused " + operation), self.unions)
            model = self.wire.model.operation_model(operation)
            self.report.checked("refused", operation, count=0)
            for violation in Violations(generator, model.input_shape).all():
                answer = self.wire.send_serialized(self.broken(operation, model.input_shape, violation))
                self.check_answer(operation, answer)
                self.report.checked("refused", operation, self.refusal_problems(violation, answer))

    # What the serializer would not write, wrong types, is put into what it wrote.
    def broken(self, operation, shape, violation):
        request = self.wire.serialized(operation, violation.request)
        if violation.raw is None:
            return request
        member = shape.members[violation.path[0]]
        location = member.serialization.get("location")
        if location == "querystring":
            request["query_string"][member.serialization.get("name", violation.path[0])] = str(violation.raw)
        elif location == "uri":
            raise ValueError("a label of the path that is not text: " + operation)
        else:
            payload = shape.serialization.get("payload")  # the member that is the whole body, if any
            body = json.loads(request["body"])
            members = replaced({payload: body} if payload else body, violation.path, violation.raw)
            request["body"] = json.dumps(members[payload] if payload else members)
        return request

    def refusal_problems(self, violation, answer):
        path = path_text(violation.path)
        told = answer.headers.get("x-picket-path")
        # Some limits are judged by the handler; ValidateSecurityProfileBehaviors answers with its findings.
        if violation.kind in ("min", "max") and violation.path[-1] in self.own_words:
            told = violation.path[-1] in answer.text.decode()
            return [] if told else ["%s broken at %s is not named" % (violation.kind, path)]
        if answer.error != "InvalidRequestException":
            return ["%s broken at %s gives %d %s" % (violation.kind, path, answer.status, answer.error)]
        if told != path or str(violation.path[-1])[:60] not in answer.message():
            return ["%s broken at %s is said of %s: %s" % (violation.kind, path, told, answer.message()[:200])]
        return []


def main():
    table, model = Table(json.load(sys.stdin)), service_model()
    report = Report()
    check_structure(table, model, report)
    requests = Requests(table, Wire(sys.argv[1], model), report, int(sys.argv[2]))
    goldens = read_goldens()
    requests.refused()
    requests.valid(goldens)
    requests.golden(goldens)
    print(json.dumps({"botocore": botocore.__version__, "calls": requests.wire.calls, "skipped": report.skipped,
                      "aspects": report.aspects}))


main()
