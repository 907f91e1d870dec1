// GetRegistrationCode, DeleteRegistrationCode: the proof of who owns a CA.
//
// Getting the code makes it when there is none, so the call is part of the journal.
#include "base/sha256.h"
#include "picket/model/certificate.h"
#include "service/op.h"
#include "service/refuse.h"
#include "service/tables.h"
#include "text/say.h"
#include "world/context.h"

namespace picket {
namespace {

struct GetRegistrationCodeResponse {
    std::string registration_code;
};

}  // namespace

template <>
struct Shape<GetRegistrationCodeResponse> {
    using S = GetRegistrationCodeResponse;
    static constexpr std::string_view name = "GetRegistrationCodeResponse";
    static constexpr MemberInfo members[] = {
        member("registrationCode", PICKET_FIELD(S, registration_code),
               {.min = 64,
                .max = 64,
                .pattern = Pattern::CertificateId,
                .doc = "The common name of verification certificates."})};
};

namespace {

constexpr std::string_view kAccount = "account";

Result<GetRegistrationCodeResponse> get_registration_code(World& world, Context& context,
                                                          const Empty&) {
    if (const RegistrationCode* code = world.registration_codes.find(kAccount))
        return GetRegistrationCodeResponse{code->code};
    const std::string code = sha256_hex(context.new_id("registration code").hex());
    world.registration_codes.put(std::string(kAccount), {code, context.now()});
    context.note("registrationCode.created", std::string(kAccount),
                 say("The registration code {} was made.", code));
    return GetRegistrationCodeResponse{code};
}

Result<Empty> delete_registration_code(World& world, Context& context, const Empty&) {
    const RegistrationCode* code = world.registration_codes.find(kAccount);
    if (code == nullptr) {
        return refuse(ErrorCode::ResourceNotFound,
                      "The account has no registration code. GetRegistrationCode makes "
                      "one.");
    }
    context.note("registrationCode.deleted", std::string(kAccount),
                 say("The registration code {} was deleted.", code->code));
    world.registration_codes.erase(kAccount);
    return Empty{};
}

using enum ErrorCode;

constexpr std::string_view kGroup = "CA certificates";
constexpr std::string_view kUri = "/registrationcode";

constexpr Operation kRegistrationCodeOperations[] = {
    op<&get_registration_code>(
        "GetRegistrationCode", kGroup, Method::Get, kUri,
        errors<Throttling, Unauthorized, ServiceUnavailable, InternalFailure, InvalidRequest>(),
        "Tells the account's registration code, and makes it when there is none."),
    op<&delete_registration_code>(
        "DeleteRegistrationCode", kGroup, Method::Delete, kUri,
        errors<Throttling, ResourceNotFound, Unauthorized, ServiceUnavailable, InternalFailure>(),
        "Deletes the account's registration code."),
};

}  // namespace

std::span<const Operation> registration_code_operations() { return kRegistrationCodeOperations; }

}  // namespace picket
