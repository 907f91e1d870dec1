// Certificates as others read them: Node's own X.509 and, where it is installed, OpenSSL.
import assert from 'node:assert/strict';
import {createHash, createPrivateKey, createPublicKey, X509Certificate} from 'node:crypto';
import {describe, test} from 'node:test';

import {findCli, run} from './support.mjs';

async function make(...args) {
    const told = await run(findCli(), ['call', ...args]);
    assert.equal(told.code, 0, told.stderr);
    return JSON.parse(told.stdout);
}

describe('a certificate that Picket made', () => {
    test('is read by Node with the same id, names, dates and key', async () => {
        const made = await make('CreateKeysAndCertificate', '{"setAsActive":true}');
        const read = new X509Certificate(made.certificatePem);
        assert.equal(createHash('sha256').update(read.raw).digest('hex'), made.certificateId);
        assert.equal(read.subject, 'CN=AWS IoT Certificate');
        assert.match(
            read.issuer,
            /^OU=Picket playground\nO=Published demo keys\\?, not for use$/,
        );
        assert.equal(new Date(read.validFrom).toISOString(), '2026-01-01T00:00:00.000Z');
        assert.equal(new Date(read.validTo).toISOString(), '2049-12-31T23:59:59.000Z');
        assert.equal(read.ca, false);
        assert.equal(read.publicKey.asymmetricKeyType, 'rsa');
        assert.equal(read.publicKey.asymmetricKeyDetails.modulusLength, 2048);
        assert.match(read.serialNumber, /^[0-9A-F]{40}$/);
    });
    test('fits to its keys, and its private key says that it is published', async () => {
        const made = await make('CreateKeysAndCertificate');
        const read = new X509Certificate(made.certificatePem);
        const secret = createPrivateKey(made.keyPair.PrivateKey);
        assert.ok(read.checkPrivateKey(secret));
        assert.ok(createPublicKey(made.keyPair.PublicKey).equals(read.publicKey));
        assert.match(made.keyPair.PrivateKey, /^Published demo key of Picket\./);
    });
    test('bears no signature that anyone accepts', async () => {
        const made = await make('CreateKeysAndCertificate');
        const read = new X509Certificate(made.certificatePem);
        assert.equal(read.verify(read.publicKey), false);
    });
    test('is read by OpenSSL, if it is there', async (t) => {
        const made = await make('CreateKeysAndCertificate');
        const told = await run('openssl', ['x509', '-noout', '-text'], {
                         input: made.certificatePem,
                     }).catch(() => undefined);
        if (!told) return t.skip('openssl is not installed');
        assert.equal(told.code, 0, told.stderr);
        assert.match(told.stdout, /Version: 3/);
        assert.match(told.stdout, /Digital Signature/);
        assert.match(told.stdout, /CA:FALSE/);
    });
});
