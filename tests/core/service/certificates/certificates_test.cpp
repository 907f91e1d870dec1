// Certificates and principals. Goals: whatever is called, the tables agree with one another and
// REVOKED is for ever; lists come in both directions, page by page; what is made is well-formed and
// depends on the seed alone. Method: random calls on few names, and the flows of the guide.
#include "service/certificates/certificates.h"

#include <algorithm>
#include <map>

#include "base/random.h"
#include "core/service/service_support.h"
#include "core/x509/samples.h"
#include "model/answer.h"
#include "picket/operations.h"
#include "service/certificates/certificate_tables.h"
#include "service/pair_range.h"
#include "x509/issue.h"
#include "x509/name.h"
#include "x509/pem.h"

namespace picket {
namespace {

using namespace test;

std::string pem_json(std::string_view member, std::string_view pem, const std::string& rest = {}) {
    return "{" + json_string(member) + ":" + json_string(pem) + (rest.empty() ? "" : ",") + rest +
           "}";
}
std::string id_json(const std::string& id, const std::string& rest = {}) {
    return "{\"certificateId\":" + json_string(id) + (rest.empty() ? "" : ",") + rest + "}";
}
std::string attach_json(const std::string& thing, const std::string& principal,
                        const std::string& rest = {}) {
    return "{\"thingName\":" + json_string(thing) + ",\"principal\":" + json_string(principal) +
           rest + "}";
}
std::string text_at(const std::string& body, std::string_view path) {
    auto tree = read_json_strict(body);
    REQUIRE(static_cast<bool>(tree));
    return std::string(tree->node(tree->resolve(path)).text);
}
std::string id_of(std::string_view pem) { return read_certificate_pem(pem)->id; }

void check_certificates(const World& world) {
    CHECK(world.certificates_by_time.size() == world.certificates.size());
    std::size_t of_a_ca = 0;
    for (const auto& [id, row] : world.certificates) {
        CHECK(row.id == id);
        CHECK(world.certificates_by_time.contains(NewestFirst{row.created, id}));
        CHECK(row.modified >= row.created);
        const auto x509 = read_certificate_pem(row.pem);
        REQUIRE(x509);
        CHECK(x509->id == id);
        CHECK(x509->summary == row.x509);
        if (!row.ca_certificate_id) continue;
        ++of_a_ca;
        CHECK(world.certificates_by_ca.contains(
            NewestWithin{*row.ca_certificate_id, row.created, id}));
    }
    CHECK(world.certificates_by_ca.size() == of_a_ca);
}

void check_cas(const World& world) {
    CHECK(world.ca_certificates_by_time.size() == world.ca_certificates.size());
    CHECK(world.ca_certificates_by_subject.size() == world.ca_certificates.size());
    std::size_t with_template = 0;
    for (const auto& [id, row] : world.ca_certificates) {
        CHECK(world.ca_certificates_by_time.contains(NewestFirst{row.created, id}));
        CHECK(world.ca_certificates_by_subject.contains(PairKey{row.x509.subject, id}));
        if (!row.registration_config || !row.registration_config->template_name) continue;
        ++with_template;
        CHECK(world.ca_certificates_by_template.contains(
            NewestWithin{*row.registration_config->template_name, row.created, id}));
    }
    CHECK(world.ca_certificates_by_template.size() == with_template);
}

void check_principals(const World& world) {
    CHECK(world.thing_principals.size() == world.principal_things.size());
    for (const auto& [key, link] : world.thing_principals) {
        const PrincipalLink* other = world.principal_things.find(PairKey{key.second, key.first});
        REQUIRE(other != nullptr);
        CHECK(*other == link);
        CHECK(world.things.contains(key.first));
        CHECK(world.certificates.contains(key.second.substr(key.second.find('/') + 1)));
        if (link.type == ThingPrincipalType::ExclusiveThing)
            CHECK(pair_count(world.principal_things, key.second) == 1);
    }
}

const std::string_view kDevices[] = {kDevicePem, kSecondDevicePem, kOrphanPem, kRsaPem};
const std::string_view kCas[] = {kCaPem, kSameSubjectCaPem, kOtherCaPem};

// One random call about few certificates, CAs and things.
void some_call(Engine& engine, Random& random) {
    const std::string device(kDevices[random.pick(std::size(kDevices))]);
    const std::string ca(kCas[random.pick(std::size(kCas))]);
    const std::string id = id_of(device);
    const std::string thing = "t" + std::to_string(random.below(3));
    const std::string principal = certificate_arn(engine.world(), id);
    constexpr std::string_view kStatuses[] = {"ACTIVE", "INACTIVE", "INACTIVE", "REVOKED"};
    const std::string status(kStatuses[random.pick(std::size(kStatuses))]);
    const std::string exclusive = random.chance({1, 4})
                                      ? ",\"thingPrincipalType\":\"EXCLUSIVE_THING\""
                                      : "";
    const std::string config = random.chance({1, 2})
                                   ? "\"registrationConfig\":{\"templateName\":\"t" +
                                         std::to_string(random.below(2)) + "\"}"
                                   : "\"removeAutoRegistration\":true";
    switch (random.below(12)) {
    case 0:
        engine.call(
            "RegisterCACertificate",
            pem_json("caCertificate", ca, "\"certificateMode\":\"SNI_ONLY\",\"setAsActive\":true"));
        break;
    case 1:
        engine.call("RegisterCertificate", pem_json("certificatePem", device));
        break;
    case 2:
        engine.call("RegisterCertificateWithoutCA", pem_json("certificatePem", device));
        break;
    case 3:
    case 4:
        engine.call("UpdateCertificate", id_json(id, "\"newStatus\":\"" + status + "\""));
        break;
    case 5:
        engine.call("DeleteCertificate", id_json(id));
        break;
    case 6:
        engine.call(
            "UpdateCACertificate",
            id_json(id_of(ca), random.chance({1, 2}) ? config : "\"newStatus\":\"INACTIVE\""));
        break;
    case 7:
        engine.call("DeleteCACertificate", id_json(id_of(ca)));
        break;
    case 8:
        engine.call("CreateThing", thing_json(thing));
        break;
    case 9:
        engine.call("AttachThingPrincipal", attach_json(thing, principal, exclusive));
        break;
    case 10:
        engine.call("DetachThingPrincipal", attach_json(thing, principal));
        break;
    case 11:
        engine.call("DeleteThing", thing_json(thing));
        break;
    }
}

}  // namespace

TEST_CASE("certificates: the tables agree whatever is called, and REVOKED is for ever") {
    std::map<std::string, int> seen;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Random random(seed, "certificates");
        Engine engine({.seed = static_cast<std::int64_t>(seed)});
        for (int step = 0; step < 500; ++step) {
            const World before = engine.world();
            some_call(engine, random);
            if (random.chance({1, 4})) engine.advance(engine.world().now + kSecond);
            const World& world = engine.world();
            for (const auto& [id, row] : before.certificates) {
                const Certificate* now = world.certificates.find(id);
                if (now == nullptr) {
                    ++seen["deleted"];
                    CHECK(row.status != CertificateStatus::Active);
                    CHECK(pair_count(before.principal_things, certificate_arn(before, id)) == 0);
                } else if (row.status == CertificateStatus::Revoked) {
                    CHECK(*now == row);
                } else if (now->status != row.status) {
                    ++seen["changed"];
                    CHECK(now->customer_version == row.customer_version + 1);
                }
            }
            if (step % 10 != 0) continue;
            check_certificates(world);
            check_cas(world);
            check_principals(world);
            seen["of a CA"] += static_cast<int>(world.certificates_by_ca.size());
            seen["attached"] += static_cast<int>(world.thing_principals.size());
        }
    }
    for (const char* what : {"deleted", "changed", "of a CA", "attached"}) {
        CAPTURE(what);
        CHECK(seen[what] > 10);  // else the calls above prove nothing
    }
}

TEST_CASE("certificates: lists are the same page by page, and ascending is the reverse") {
    Engine engine;
    must(
        engine, "RegisterCACertificate",
        pem_json("caCertificate", kCaPem, "\"certificateMode\":\"SNI_ONLY\",\"setAsActive\":true"));
    Random random(4, "pages");
    for (int i = 0; i < 20; ++i) {
        must(engine, "CreateKeysAndCertificate", "{}");
        if (random.chance({1, 2})) engine.advance(engine.world().now + kSecond);
    }
    for (const std::string_view pem : {kDevicePem, kSecondDevicePem, kThirdDevicePem})
        must(engine, "RegisterCertificate", pem_json("certificatePem", pem));
    auto ids = [&](std::string_view operation, const std::string& filter, int page_size) {
        std::vector<std::string> all;
        std::string marker;
        do {
            std::string json = "{\"pageSize\":" + std::to_string(page_size) + filter;
            if (!marker.empty()) json += ",\"marker\":" + json_string(marker);
            const std::string body = must(engine, operation, json + "}");
            auto tree = read_json_strict(body);
            const auto list = tree->find(0, "certificates");
            std::size_t count = 0;
            for (auto i = tree->first(list); i != tree->end(list); i = tree->node(i).next) {
                all.emplace_back(tree->node(tree->find(i, "certificateId")).text);
                ++count;
            }
            CHECK(count <= static_cast<std::size_t>(page_size));
            const auto next = tree->find(0, "nextMarker");
            marker = next == JsonTree::kNone ? std::string() : std::string(tree->node(next).text);
            CHECK((marker.empty() || pattern_matches(Pattern::Marker, marker)));
        } while (!marker.empty());
        return all;
    };
    const std::string of_ca = ",\"caCertificateId\":" + json_string(id_of(kCaPem));
    for (const bool by_ca : {false, true}) {
        CAPTURE(by_ca);
        const std::string operation = by_ca ? "ListCertificatesByCA" : "ListCertificates";
        const std::string filter = by_ca ? of_ca : std::string();
        const std::size_t count = by_ca ? 3 : 23;
        std::vector<std::string> whole = ids(operation, filter, 250);
        CHECK(whole.size() == count);
        const std::string ascending = filter + ",\"ascendingOrder\":true";
        for (const int size : {1, 2, 7, 23}) {
            CHECK(ids(operation, filter, size) == whole);
            std::vector<std::string> turned = ids(operation, ascending, size);
            std::reverse(turned.begin(), turned.end());
            CHECK(turned == whole);
        }
        for (std::size_t i = 1; i < whole.size(); ++i) {
            const auto& rows = engine.world().certificates;
            CHECK(rows.find(whole[i - 1])->created >= rows.find(whole[i])->created);
        }
    }
}

TEST_CASE("certificates: a marker is bound to its list and its direction") {
    Engine engine;
    for (int i = 0; i < 3; ++i) must(engine, "CreateKeysAndCertificate", "{}");
    const std::string marker = text_at(must(engine, "ListCertificates", "{\"pageSize\":1}"),
                                       "nextMarker");
    const std::string member = "\"marker\":" + json_string(marker);
    CHECK(engine.call("ListCertificates", "{" + member + "}").ok());
    CHECK(!engine.call("ListCertificates", "{" + member + ",\"ascendingOrder\":true}").ok());
    CHECK(!engine.call("ListCACertificates", "{" + member + "}").ok());
    CHECK(engine.call("ListCertificates", "{\"marker\":\"AAAA\"}").error->path == "marker");
}

TEST_CASE("certificates: what is made is dated by the clock, and follows from the seed") {
    auto made = [](std::int64_t seed, std::int64_t seconds) {
        Engine engine({.seed = seed});
        engine.advance(engine.world().now + seconds * kSecond);
        return must(engine, "CreateKeysAndCertificate", "{\"setAsActive\":true}");
    };
    const std::string body = made(1, 90);
    CHECK(body == made(1, 90));
    CHECK(body != made(2, 90));
    const auto x509 = read_certificate_pem(text_at(body, "certificatePem"));
    REQUIRE(x509);
    CHECK(x509->id == text_at(body, "certificateId"));
    CHECK(to_iso(x509->summary.validity.not_before) == "2026-01-01T00:01:30Z");
    CHECK(to_iso(x509->summary.validity.not_after) == "2049-12-31T23:59:59Z");
    CHECK(x509->summary.subject == "CN=AWS IoT Certificate");
    CHECK(x509->summary.issuer == "OU=Picket playground,O=Published demo keys\\, not for use");
    const auto key = pem_decode(text_at(body, "keyPair.PublicKey"), "PUBLIC KEY");
    REQUIRE(key);
    CHECK(*key == x509->public_key);
    Engine engine;
    const std::string first = must(engine, "CreateKeysAndCertificate", "{}");
    CHECK(text_at(first, "certificateId") !=
          text_at(must(engine, "CreateKeysAndCertificate", "{}"), "certificateId"));
}

TEST_CASE("certificates: a signing request's key and subject come back in its certificate") {
    Engine engine;
    const std::string body = must(engine, "CreateCertificateFromCsr",
                                  pem_json("certificateSigningRequest", kRequestPem));
    const auto x509 = read_certificate_pem(text_at(body, "certificatePem"));
    REQUIRE(x509);
    CHECK(x509->summary.subject == "CN=sensor-1");
    CHECK(x509->public_key == read_certificate_pem(kDevicePem)->public_key);
    const CallResult weak = engine.call("CreateCertificateFromCsr",
                                        pem_json("certificateSigningRequest", kWeakRequestPem));
    REQUIRE(!weak.ok());
    CHECK(weak.error->code == ErrorCode::InvalidRequest);
    CHECK(weak.error->path == "certificateSigningRequest");
}

TEST_CASE("certificates: forceDelete detaches policies, and only then") {
    Engine engine;
    const std::string id = text_at(must(engine, "CreateKeysAndCertificate", "{}"), "certificateId");
    World world = engine.world();
    const std::string arn = certificate_arn(world, id);
    world.target_policies.put({arn, "Connect"}, {world.now});
    world.policy_targets.put({"Connect", arn}, {world.now});
    const Operation& remove = *find_operation("DeleteCertificate");
    Context context(world, 7);
    DeleteCertificateRequest request = {id, std::nullopt};
    Answer refused(remove);
    remove.invoke.mutates(world, context, &request, refused.place());
    REQUIRE(refused.refusal() != nullptr);
    const Error& error = **refused.refusal();
    CHECK(error.code == ErrorCode::DeleteConflict);
    CHECK(error.message.find("'Connect'") != std::string::npos);
    CHECK(world.certificates.contains(id));
    request.force_delete = true;
    Answer deleted(remove);
    remove.invoke.mutates(world, context, &request, deleted.place());
    CHECK(deleted.refusal() == nullptr);
    CHECK(world.certificates.empty());
    CHECK(world.target_policies.empty());
    CHECK(world.policy_targets.empty());
}

TEST_CASE("CA certificates: the registration code proves who owns the CA, until it is deleted") {
    Engine engine;
    auto register_ca = [&](const std::string& common_name) {
        CertificateOrder order;
        order.serial = "\x01";
        order.issuer = der_name(
            {{kOidCommonName, "Example Fleet CA"}, {kOidOrganization, "Example"}});
        order.subject = der_name({{kOidCommonName, common_name}});
        order.public_key = read_certificate_pem(kDevicePem)->public_key;
        order.validity = {{0}, {kDay}};
        return engine.call(
            "RegisterCACertificate",
            pem_json("caCertificate", kCaPem,
                     "\"verificationCertificate\":" +
                         json_string(pem_encode(make_certificate(order), "CERTIFICATE"))));
    };
    const std::string code = text_at(must(engine, "GetRegistrationCode", "{}"), "registrationCode");
    CHECK(code.size() == 64);
    CHECK(must(engine, "GetRegistrationCode", "{}").find(code) != std::string::npos);
    CHECK(register_ca("someone").error->code == ErrorCode::RegistrationCodeValidation);
    must(engine, "DeleteRegistrationCode", "{}");
    CHECK(register_ca(code).error->code == ErrorCode::RegistrationCodeValidation);
    const std::string fresh = text_at(must(engine, "GetRegistrationCode", "{}"),
                                      "registrationCode");
    CHECK(fresh != code);
    CHECK(register_ca(code).error->code == ErrorCode::RegistrationCodeValidation);
    CHECK(register_ca(fresh).ok());
    const std::string shown = must(engine, "DescribeCACertificate", id_json(id_of(kCaPem)));
    CHECK(text_at(shown, "certificateDescription.certificateMode") == "DEFAULT");
}

TEST_CASE("CA certificates: devices get the mode of their CA, and outlive it") {
    Engine engine;
    const std::string ca = id_of(kCaPem);
    must(engine, "RegisterCACertificate",
         pem_json("caCertificate", kCaPem,
                  "\"certificateMode\":\"SNI_ONLY\",\"setAsActive\":true,"
                  "\"tags\":[{\"Key\":\"a\"}]"));
    must(engine, "RegisterCertificate", pem_json("certificatePem", kDevicePem));
    const std::string shown = must(engine, "DescribeCertificate", id_json(id_of(kDevicePem)));
    CHECK(text_at(shown, "certificateDescription.certificateMode") == "SNI_ONLY");
    CHECK(text_at(shown, "certificateDescription.caCertificateId") == ca);
    CHECK(engine.world().tags.size() == 1);
    must(engine, "UpdateCACertificate", id_json(ca, "\"newStatus\":\"INACTIVE\""));
    must(engine, "DeleteCACertificate", id_json(ca));
    CHECK(engine.world().tags.empty());
    CHECK(engine.world().ca_certificates_by_subject.empty());
    const std::string listed = must(engine, "ListCertificatesByCA",
                                    "{\"caCertificateId\":" + json_string(ca) + "}");
    CHECK(text_at(listed, "certificates[0].certificateId") == id_of(kDevicePem));
}

TEST_CASE("principals: a thing with one stays until it is detached") {
    Engine engine;
    must(engine, "CreateThing", thing_json("pump"));
    const std::string arn = text_at(must(engine, "CreateKeysAndCertificate", "{}"),
                                    "certificateArn");
    must(engine, "AttachThingPrincipal", attach_json("pump", arn));
    const CallResult refused = engine.call("DeleteThing", thing_json("pump"));
    REQUIRE(!refused.ok());
    CHECK(refused.error->code == ErrorCode::InvalidRequest);
    must(engine, "DetachThingPrincipal", attach_json("pump", arn));
    must(engine, "DeleteThing", thing_json("pump"));
}

}  // namespace picket
