"""What an answer may hold: every member known to the model and of its type, and nothing that the parser loses."""
import datetime

TYPES = {
    "string": str, "blob": str, "boolean": bool, "list": list, "map": dict, "structure": dict,
    "integer": int, "long": int, "double": (int, float), "float": (int, float), "timestamp": (int, float),
}


class Reading:
    def __init__(self, newer):
        self.newer = newer  # the table knows more than this model
        self.problems = []

    def value(self, value, shape, place):
        kind = shape.type_name
        if not isinstance(value, TYPES[kind]) or (isinstance(value, bool) and kind != "boolean"):
            self.problems.append("%s is %r and not a %s" % (place, value, kind))
        elif kind == "structure":
            self.structure(value, shape, place)
        elif kind == "list":
            for i, item in enumerate(value):
                self.value(item, shape.member, "%s[%d]" % (place, i))
        elif kind == "map":
            for key, item in value.items():
                self.value(item, shape.value, place + "." + key)
        elif kind == "string" and shape.enum and value not in shape.enum and not self.newer:
            self.problems.append("%s is %r, which is none of %s" % (place, value, shape.enum))

    def structure(self, value, shape, place):
        for name in shape.required_members:
            if name not in value:
                self.problems.append("%s lacks %s" % (place, name))
        names = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        for name, item in value.items():
            if name in names:
                self.value(item, names[name], place + "." + name)
            elif not self.newer:
                self.problems.append("%s has %s, which the model does not know" % (place, name))


# The parser's result says the same as the body: it drops what it does not know, and nothing else.
def lost(body, parsed, shape, place):
    if shape.type_name == "structure":
        for name, member in shape.members.items():
            if (name in body) != (name in parsed):
                yield place + "." + name
            elif name in body:
                yield from lost(body[name], parsed[name], member, place + "." + name)
    elif shape.type_name == "list" and len(body) != len(parsed):
        yield place
    elif shape.type_name == "timestamp":
        if not isinstance(parsed, datetime.datetime) or abs(parsed.timestamp() - body) > 0.0015:
            yield place


def problems(wire, operation, answer, newer):
    model = wire.model.operation_model(operation)
    try:
        body = answer.body()
    except ValueError:
        return ["the body is not JSON: %r" % answer.text[:80]]
    reading = Reading(newer)
    parsed = wire.parsed(operation, answer)
    if answer.ok:
        shape = model.output_shape
        if shape is None:
            return ["the answer has a body: %r" % answer.text[:80]] if body else []
        reading.structure(body, shape, operation)
        return reading.problems or ["the parser lost " + place for place in lost(body, parsed, shape, operation)]
    told = parsed["Error"]
    if told.get("Code") != answer.error or not told.get("Message"):
        return ["the parser reads %r from %s" % (told, answer.error)]
    known = {shape.name: shape for shape in model.error_shapes}
    # Any operation refuses a request that its shapes do not allow, whether its row says so or not.
    if answer.error not in known and answer.error != "InvalidRequestException":
        return ["%s is not declared" % answer.error]
    shape = known.get(answer.error, wire.model.shape_for("InvalidRequestException"))
    status = shape.metadata["error"]["httpStatusCode"]
    if answer.status != status:
        reading.problems.append("%s has status %d and not %d" % (answer.error, answer.status, status))
    reading.structure(body, shape, answer.error)
    return reading.problems
