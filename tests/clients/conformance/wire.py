"""One operation over the wire: botocore's serializer, a plain connection, botocore's parser."""
import http.client
import json
from urllib.parse import urlsplit

import botocore.parsers
import botocore.serialize
from botocore.awsrequest import AWSRequest, HeadersDict, prepare_request_dict


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.text = body
        self.error = (headers.get("x-amzn-ErrorType") or "").split(":")[0]

    @property
    def ok(self):
        return self.status == 200

    def body(self):
        return json.loads(self.text) if self.text else {}

    def message(self):
        return self.body().get("message", "")


class Wire:
    def __init__(self, url, model):
        self.url = url
        self.model = model
        self.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
        self.serializer = botocore.serialize.create_serializer("rest-json", include_validation=False)
        self.parser = botocore.parsers.create_parser("rest-json")
        self.calls = 0

    # A connection that lay idle for some seconds, on a busy machine, is closed by the server: then a second try opens
    # another. A server that is gone refuses that one.
    def raw(self, method, target, headers, body):
        self.calls += 1
        try:
            response = self.asked(method, target, headers, body)
        except ConnectionError:
            self.connection.close()
            response = self.asked(method, target, headers, body)
        return Answer(response.status, HeadersDict(response.getheaders()), response.read())

    def asked(self, method, target, headers, body):
        self.connection.request(method, target, body, headers)
        return self.connection.getresponse()

    def serialized(self, operation, params):
        return self.serializer.serialize_to_request(params, self.model.operation_model(operation))

    def send_serialized(self, request):
        prepare_request_dict(request, self.url)
        prepared = AWSRequest(method=request["method"], url=request["url"], headers=request["headers"],
                              data=request["body"]).prepare()
        parts = urlsplit(prepared.url)
        target = parts.path + ("?" + parts.query if parts.query else "")
        return self.raw(prepared.method, target, dict(prepared.headers), prepared.body)

    def send(self, operation, params):
        return self.send_serialized(self.serialized(operation, params))

    # One of Picket's own verbs.
    def verb(self, operation, params):
        return self.raw("POST", "/_picket/" + operation, {}, json.dumps(params))

    def parsed(self, operation, answer):
        told = {"status_code": answer.status, "headers": answer.headers, "body": answer.text}
        return self.parser.parse(told, self.model.operation_model(operation).output_shape)
