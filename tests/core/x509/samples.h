// Certificates made by OpenSSL 3 for the tests: a foreign witness for the reader. Valid from
// 2025-01-01, but for the last. Nobody kept the keys.
#pragma once

#include <string_view>

namespace picket::test {

// A CA: CN=Example Fleet CA,O=Example, P-256.
inline constexpr std::string_view kCaPem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBjTCCATSgAwIBAgIUabiVqoFZjlvcP4vFrHQ0EBkJk2swCgYIKoZIzj0EAwIw\n"
    "LTEZMBcGA1UEAwwQRXhhbXBsZSBGbGVldCBDQTEQMA4GA1UECgwHRXhhbXBsZTAe\n"
    "Fw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEwMDAwMDBaMC0xGTAXBgNVBAMMEEV4YW1w\n"
    "bGUgRmxlZXQgQ0ExEDAOBgNVBAoMB0V4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO\n"
    "PQMBBwNCAATMJhaqO67WelJIh1Ij9xVZC84/99PnotUkNS0tX/vIIgF8ynf8/YQ7\n"
    "A5KnHXjisuXdpSgo490DBlgnpCAJ4EAbozIwMDAPBgNVHRMBAf8EBTADAQH/MB0G\n"
    "A1UdDgQWBBQk7u07+eGqNPm17W8Dxc3AXzda8zAKBggqhkjOPQQDAgNHADBEAiAh\n"
    "YgQy1RYjiDcQF2lXlYmXFl8+tNDKxo0xwx/QdRW8ggIgLYzT2jP0PctyPL617099\n"
    "G4/8y/s0gzwkR6XtShwZc8k=\n"
    "-----END CERTIFICATE-----\n";

// Another CA with the same subject.
inline constexpr std::string_view kSameSubjectCaPem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBjjCCATSgAwIBAgIUW2cAOdFZxdZeiGMAAbtTsFvoS64wCgYIKoZIzj0EAwIw\n"
    "LTEZMBcGA1UEAwwQRXhhbXBsZSBGbGVldCBDQTEQMA4GA1UECgwHRXhhbXBsZTAe\n"
    "Fw0yNTAxMDEwMDAwMDBaFw0zNjAxMDEwMDAwMDBaMC0xGTAXBgNVBAMMEEV4YW1w\n"
    "bGUgRmxlZXQgQ0ExEDAOBgNVBAoMB0V4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO\n"
    "PQMBBwNCAASePwJPidVMkw4nUQLDe3URl/LJdHKyJUkP0qiukFenXADq3vlQUWmR\n"
    "SuqhW9hqWZXj1aCSVvTK4ftmnm7vBNSjozIwMDAPBgNVHRMBAf8EBTADAQH/MB0G\n"
    "A1UdDgQWBBTtissRCcMsHfM03AMbMgl2bbirFDAKBggqhkjOPQQDAgNIADBFAiA+\n"
    "W3hH2JoCaep+G8GIXH/Ej0j6PIpa0Xc1Y7NSEG1JPgIhALHANEqR7fdjJGq5Qg2l\n"
    "4uLbRoquHB7VDta4YF9f9UYe\n"
    "-----END CERTIFICATE-----\n";

// A CA: CN=Other CA.
inline constexpr std::string_view kOtherCaPem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBWTCCAQCgAwIBAgIULo2xw8LhIi04VGc+zePiDqYy8mAwCgYIKoZIzj0EAwIw\n"
    "EzERMA8GA1UEAwwIT3RoZXIgQ0EwHhcNMjUwMTAxMDAwMDAwWhcNMzUwMTAxMDAw\n"
    "MDAwWjATMREwDwYDVQQDDAhPdGhlciBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEH\n"
    "A0IABJ/EH0JRBbFdfliVvQzgVoWWqTZ0dH1Ju/o2iw1QfHsUct64vTcie2QE47UN\n"
    "1XatFUzVX2Kja6/iEj41jr5SLtqjMjAwMA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0O\n"
    "BBYEFIXmDr8bGZpcXppDYjZIFQXtONZvMAoGCCqGSM49BAMCA0cAMEQCICR4eGCy\n"
    "km8KeiF/bl/srzoPFT4GRbn/4uhIYyU2KEegAiBjGOCOD9hphrYlIMaZH44vwnGB\n"
    "0qukeyRpIMboIWPZDA==\n"
    "-----END CERTIFICATE-----\n";

// A CA that ends in 2060, so that its end is a GeneralizedTime.
inline constexpr std::string_view kLongCaPem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBZTCCAQygAwIBAgIUSAgJ+Z/MNYo8VIzEn5z4/jVVoDYwCgYIKoZIzj0EAwIw\n"
    "GDEWMBQGA1UEAwwNTG9uZy1saXZlZCBDQTAgFw0yNTAxMDEwMDAwMDBaGA8yMDYw\n"
    "MDEwMTAwMDAwMFowGDEWMBQGA1UEAwwNTG9uZy1saXZlZCBDQTBZMBMGByqGSM49\n"
    "AgEGCCqGSM49AwEHA0IABONuefwrk6SdiycK6BjcOUoW1MOw+Anaoe6fbLGjN1RE\n"
    "wGjT/Xuvlr3zX8Uh2b3gTSMJMdhiiFdKzArSPi/kOrWjMjAwMA8GA1UdEwEB/wQF\n"
    "MAMBAf8wHQYDVR0OBBYEFIDJiZ63SqhqWq8oZ4/RqajnR4OOMAoGCCqGSM49BAMC\n"
    "A0cAMEQCIGdZS4lFKMJv79HvFNmD36VSvxKITe7JNVqQ53S2tPVQAiBmGFBS0VD+\n"
    "Xvm2E0lCZvOxko37PJUYQ4I6FO7gPj8cAw==\n"
    "-----END CERTIFICATE-----\n";

// CN=sensor-1, issued by the first CA.
inline constexpr std::string_view kDevicePem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBjjCCATWgAwIBAgIUTg61kGSDKJunZSJ2gwd+VLgzrkEwCgYIKoZIzj0EAwIw\n"
    "LTEZMBcGA1UEAwwQRXhhbXBsZSBGbGVldCBDQTEQMA4GA1UECgwHRXhhbXBsZTAe\n"
    "Fw0yNTAxMDEwMDAwMDBaFw0zMDAxMDEwMDAwMDBaMBMxETAPBgNVBAMMCHNlbnNv\n"
    "ci0xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEkblBylnEN8BkyJOA4VCGkLe2\n"
    "92pmeoIG37aO2LB4lh7OlwkJJoBmxTNBkngV4/j0EY+iu9jNgNZwfLGJIRZ1VaNN\n"
    "MEswCQYDVR0TBAIwADAdBgNVHQ4EFgQU4QJON1qhVAkodGxxoRrPI0Rep1kwHwYD\n"
    "VR0jBBgwFoAUJO7tO/nhqjT5te1vA8XNwF83WvMwCgYIKoZIzj0EAwIDRwAwRAIg\n"
    "UVct9KWW6XR1pICmdhFfTX7NSInTHu3htD7FLIvk2PYCIEUidQeFq0RZA23YjEvH\n"
    "wtF2B8JgatD912LdW+nzkssC\n"
    "-----END CERTIFICATE-----\n";

// CN=sensor-2, issued by the first CA.
inline constexpr std::string_view kSecondDevicePem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBjzCCATWgAwIBAgIUOxiSRAQXyQtnRPuWHdmXXRUI+9gwCgYIKoZIzj0EAwIw\n"
    "LTEZMBcGA1UEAwwQRXhhbXBsZSBGbGVldCBDQTEQMA4GA1UECgwHRXhhbXBsZTAe\n"
    "Fw0yNTAxMDEwMDAwMDBaFw0zMDAxMDEwMDAwMDBaMBMxETAPBgNVBAMMCHNlbnNv\n"
    "ci0yMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEO9xLjFCZPvz0b99e6OdK2uiR\n"
    "uzzeZceJDk5fEnKgKjX7D/L0cEu7HN8r24n+pqd36MorBFBAfc9cdfxZ3lzvd6NN\n"
    "MEswCQYDVR0TBAIwADAdBgNVHQ4EFgQUYW81E3nEfoQrKrq2TIta+VfNsLowHwYD\n"
    "VR0jBBgwFoAUJO7tO/nhqjT5te1vA8XNwF83WvMwCgYIKoZIzj0EAwIDSAAwRQIh\n"
    "AMZKMR4rwD4SuBSTVgXDXYQVXKRcb2vj7iZosDzJFU3UAiAL47A1RQRYqeCYdje9\n"
    "2VQ5tGwbvJXXr6MoPCDJmsPkGQ==\n"
    "-----END CERTIFICATE-----\n";

// CN=sensor-3, issued by the first CA.
inline constexpr std::string_view kThirdDevicePem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBjzCCATWgAwIBAgIUeA5OS0WBcScpiH0HEGM8wKE59WAwCgYIKoZIzj0EAwIw\n"
    "LTEZMBcGA1UEAwwQRXhhbXBsZSBGbGVldCBDQTEQMA4GA1UECgwHRXhhbXBsZTAe\n"
    "Fw0yNTAxMDEwMDAwMDBaFw0zMDAxMDEwMDAwMDBaMBMxETAPBgNVBAMMCHNlbnNv\n"
    "ci0zMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEAe6SmOqVMPDnffTy7yPVcPql\n"
    "BME6PDPTXLVMhUs4t32PvLW6W2FwVm+KgtJQAJmnpQYzP50Of7YR5YPxQh9KD6NN\n"
    "MEswCQYDVR0TBAIwADAdBgNVHQ4EFgQULfYwL9s4zJ00eicSopgoA8HMTE8wHwYD\n"
    "VR0jBBgwFoAUJO7tO/nhqjT5te1vA8XNwF83WvMwCgYIKoZIzj0EAwIDSAAwRQIh\n"
    "AJD7vJpTni9RW48Nz8rsdGTjo4lqNlyJ2EqBLzgsdwUoAiAyeJwds49djDo8DQAw\n"
    "pypNXCAgv4pQI12uS3KDZTkZHg==\n"
    "-----END CERTIFICATE-----\n";

// CN=orphan, issued by CN=Other CA.
inline constexpr std::string_view kOrphanPem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBczCCARmgAwIBAgIUHB/cVtJBtnTDDqNi4a4/Ttb9aI4wCgYIKoZIzj0EAwIw\n"
    "EzERMA8GA1UEAwwIT3RoZXIgQ0EwHhcNMjUwMTAxMDAwMDAwWhcNMzAwMTAxMDAw\n"
    "MDAwWjARMQ8wDQYDVQQDDAZvcnBoYW4wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
    "AAQtvUxdUzV9zEXttVMQbeXM52edgP3eDa7Jv1/5twNbI/dO35NJRP4p/J2GCQmR\n"
    "vtuB9jNj9zXlncIHNvDvArQ5o00wSzAJBgNVHRMEAjAAMB0GA1UdDgQWBBT/EwIy\n"
    "PRi69lL48SKjhWKWRXvPTjAfBgNVHSMEGDAWgBSF5g6/GxmaXF6aQ2I2SBUF7TjW\n"
    "bzAKBggqhkjOPQQDAgNIADBFAiAtUBBhkoxyhLPW1gThniWukWQL5XdPvRShLOBh\n"
    "PAjVRAIhAO8Q5r2jfpNP21NSmRxk5zPFqsagPD/4mIApB8smchvR\n"
    "-----END CERTIFICATE-----\n";

// Version 1, self-signed, RSA with 2048 bits, a subject with everything in it.
inline constexpr std::string_view kRsaPem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIDZTCCAk0CFCXzTcI+IqH/TgE2tGf/g2Mzst1eMA0GCSqGSIb3DQEBCwUAMG8x\n"
    "EzARBgNVBAMMCnJzYSBkZXZpY2UxETAPBgNVBAoMCEV4LCBMdGQuMQwwCgYDVQQL\n"
    "DANBK0IxCzAJBgNVBAYTAkRFMQ4wDAYDVQQHDAVLw7ZsbjEaMBgGCSqGSIb3DQEJ\n"
    "ARYLYUBiLmV4YW1wbGUwHhcNMjUwMTAxMDAwMDAwWhcNMzUwMTAxMDAwMDAwWjBv\n"
    "MRMwEQYDVQQDDApyc2EgZGV2aWNlMREwDwYDVQQKDAhFeCwgTHRkLjEMMAoGA1UE\n"
    "CwwDQStCMQswCQYDVQQGEwJERTEOMAwGA1UEBwwFS8O2bG4xGjAYBgkqhkiG9w0B\n"
    "CQEWC2FAYi5leGFtcGxlMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n"
    "u3mof8/fgqYJfgJcVAKPw5AvIlAftBGChWb4EMcqF2yV2KEyLH4jhal6/xbBiTqJ\n"
    "YFQ7G+u1+U8IqErCVoBm/myM74cJp5FRxeQIAe1f4tV7mcyILfMdAEM1TKhg/fEO\n"
    "UjN+GIIkAXEi4h/AJzGR47ZMvZ7guhlwHD/Bw/xVo+bHb+NAsuDKV2C1djJ45znB\n"
    "yNra+aInlzIRm7QP4pIRZNIiSDcWcd36UDUmY7DMHCWAs0Xc1rf6pzybsi3MAu78\n"
    "jRGa6FXSIDCypzVWlH6qjrCLgzgb9/JaeXnb4HMfD/87mY9bIOgX1e9yAiiDzmIF\n"
    "6pgvhA19IyecKNzv9/AlnQIDAQABMA0GCSqGSIb3DQEBCwUAA4IBAQCd400TV/Kw\n"
    "A96pvUgpWqnZ5tNhzixgqvsQrXVgiQhgKh/17OKTgSOz1KKYnK+tEpTG9exCfBPS\n"
    "IZk7QyG1/alezkt03LzwBebr7zPvB7Sn2qWvLjybFGMrAKmyjxLOkgfClUn4QYMT\n"
    "Muhn0EyEB8lDo6zm1nnXxkBgOHjhtIbYUdl0+snlTkfbNu0Rs1wCTHMH2WifZAJF\n"
    "UfEJTh1uzLR7f+3M33CgIufs6+18wzGQSM4WlRL/GVqiv5VdDCZMz/rPSIT/ohxp\n"
    "mQht6aZbmtbOkOsKA0Ky9SjqUIudsmdw95UV6b+KLuRDcJE4m5JCNOY0uqtgBtFG\n"
    "jOZE3n7E2FS8\n"
    "-----END CERTIFICATE-----\n";

// P-384, self-signed.
inline constexpr std::string_view kP384Pem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBiTCCAQ+gAwIBAgIUI73yqIvq25gw8sy4do5g28SezxQwCgYIKoZIzj0EAwIw\n"
    "DzENMAsGA1UEAwwEcDM4NDAeFw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEwMDAwMDBa\n"
    "MA8xDTALBgNVBAMMBHAzODQwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAR/ojbAEH6N\n"
    "qg7eRK4b/misHqanxi5bMabPvm/gmHGn+d+Ws+nimSY0IfV7no7tH9QG6nMLWZ82\n"
    "hiGgFu43jGMTrl90l/Q/Vp/NRgW8FDkXqwrHZu79gCTGB6ci960krTCjLDAqMAkG\n"
    "A1UdEwQCMAAwHQYDVR0OBBYEFLcGsrPqEyFYkLvUof0lRA3DAbx7MAoGCCqGSM49\n"
    "BAMCA2gAMGUCMQDZrpQ/XcSPhVB5ZluLhkhO6ZGNZoZ9upTI9wmY5teeO7txGIEK\n"
    "2C/kGZs+WbR7eI8CMHhcYXO4Vn6+SqeD3Fqi62WPMfRcbWAXpeuMlB9i+uR+OvBB\n"
    "KfZM1YoaNu9fs2nW5g==\n"
    "-----END CERTIFICATE-----\n";

// Ed25519, a kind of key that is not told apart.
inline constexpr std::string_view kEd25519Pem =
    "-----BEGIN CERTIFICATE-----\n"
    "MIHUMIGHAhQLeKPKXuAog8yWraVCfDvKKvKJKTAFBgMrZXAwDTELMAkGA1UEAwwC\n"
    "ZWQwHhcNMjYxMTI1MjI1NjA0WhcNMzcxMTA3MjI1NjA0WjANMQswCQYDVQQDDAJl\n"
    "ZDAqMAUGAytlcAMhAG8kvgqq7zkVsxNxYa26ru+ujw1B7DmW1NmvAt0mcQxlMAUG\n"
    "AytlcANBAJ5+haujLvU+Dd/oTwbzJ+kMckSBizd5jSxdwxgIQLIyT7j9dU+OnNtg\n"
    "euUG9GBlO68yElauJ5X+6qZjrRnEFwM=\n"
    "-----END CERTIFICATE-----\n";

// A signing request: CN=sensor-1, P-256.
inline constexpr std::string_view kRequestPem =
    "-----BEGIN CERTIFICATE REQUEST-----\n"
    "MIHNMHUCAQAwEzERMA8GA1UEAwwIc2Vuc29yLTEwWTATBgcqhkjOPQIBBggqhkjO\n"
    "PQMBBwNCAASRuUHKWcQ3wGTIk4DhUIaQt7b3amZ6ggbfto7YsHiWHs6XCQkmgGbF\n"
    "M0GSeBXj+PQRj6K72M2A1nB8sYkhFnVVoAAwCgYIKoZIzj0EAwIDSAAwRQIhAJsH\n"
    "srOkxt5sDB52s5FGUPLUX9H2Y53Vu1rPpDtw/sv5AiApi8GKNOVBuWhJka+haNxK\n"
    "T7HtG8FQEL+CYaeKLl/TSw==\n"
    "-----END CERTIFICATE REQUEST-----\n";

// A signing request for an RSA key with 1024 bits.
inline constexpr std::string_view kWeakRequestPem =
    "-----BEGIN CERTIFICATE REQUEST-----\n"
    "MIIBTjCBuAIBADAPMQ0wCwYDVQQDDAR3ZWFrMIGfMA0GCSqGSIb3DQEBAQUAA4GN\n"
    "ADCBiQKBgQCroiFkGWYCPXe+8Z57zjpbQ+4kzgXogvmQDadk+xxsyrKQtVi7EW7z\n"
    "2/+5yIGIviBrP9VrRWEo4J0LWgv4lJ38NwGzY5VP9Vpo0zlUyN6hg5CbvBi+hoFM\n"
    "QIJLZyG/XicQE+5cKohiO26LmVIrRNkKUitDzvcPiOxukqhCd7qnzQIDAQABoAAw\n"
    "DQYJKoZIhvcNAQELBQADgYEAD9k+uI4eU8iDfQM/mSJumx/GZb6DqRPDGCYHacGe\n"
    "qDGCFyTv2V/XO5ZCArXzPI/PaXrANde/ajdyJAq2t/mY3OzaKZech3CWPE3/z4Ss\n"
    "Q/hbfO6YyIA8rbhBq8reHDPejUEiREQwCafOpU31QVMHUontASrbhCIbBl6M2TFJ\n"
    "eyQ=\n"
    "-----END CERTIFICATE REQUEST-----\n";

}  // namespace picket::test
