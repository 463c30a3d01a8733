package vn.congvu.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys as second factor. A challenge travels in a sealed field of the form that answers it, bound to who may answer; it is
 * good for one sign-in, because the half sign-in it is bound to ends with it.
 */
class Passkeys {
    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int LONGEST_LABEL = 60;

    private final PasskeyStore store;
    private final FormState forms;
    private final PublicKeyCredentialRpEntity suite;
    private final Webauthn4JRelyingPartyOperations webAuthn;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // browsers take an absent member, but no null in its place
            .changeDefaultPropertyInclusion(any -> any.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    Passkeys(PasskeyStore store, FormState forms, PublicAddress address) {
        this.store = store;
        this.forms = forms;
        var origin = origin(address);
        suite = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name("Công Vụ")
                .build();
        webAuthn = new Webauthn4JRelyingPartyOperations(store, store, suite, Set.of(origin.toString()));
    }

    /** Browsers take a passkey for a name only, and a developer's machine is called localhost. */
    private static URI origin(PublicAddress address) {
        var base = address.publicBaseUrl();
        var host = address.isThisMachine() ? "localhost" : base.getHost();
        return URI.create(base.getScheme() + "://" + host + (base.getPort() < 0 ? "" : ":" + base.getPort()));
    }

    /**
     * @param options what the browser is asked, as JSON
     * @param field brings the challenge back
     */
    record Ceremony(String options, String field) {}

    boolean has(String username) {
        return !store.of(username).isEmpty();
    }

    List<Passkey> of(String username) {
        return store.of(username);
    }

    void remove(String username, String credentialId) {
        store.remove(username, credentialId);
    }

    void removeAllOf(String username) {
        store.removeAllOf(username);
    }

    Ceremony offerNew(String username) {
        var challenge = Bytes.random();
        var known = store.findByUsername(username);
        var handle = known == null ? Bytes.random() : known.getId();
        return new Ceremony(
                json.writeValueAsString(creation(username, handle, challenge)),
                forms.seal("passkey-new", username, challenge.toBase64UrlString() + " " + handle.toBase64UrlString()));
    }

    /** @return whether the answer belonged to the challenge and was kept */
    boolean add(String username, String field, String answer, String label) {
        var sealed = forms.open("passkey-new", username, field);
        if (sealed.isEmpty()) {
            return false;
        }
        var parts = sealed.get().split(" ");
        var asked = creation(username, Bytes.fromBase64(parts[1]), Bytes.fromBase64(parts[0]));
        try {
            var credential = json.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            var made = webAuthn.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    asked, new RelyingPartyPublicKey(credential, shortened(label))));
            store.add(username, made);
            return true;
        } catch (JacksonException | WebAuthnException | IllegalArgumentException refused) {
            log.info(
                    "a passkey of {} was not taken: {}",
                    username,
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    /** @param halfToken of the sign-in that waits for it */
    Ceremony ask(String username, String halfToken) {
        var challenge = Bytes.random();
        return new Ceremony(
                json.writeValueAsString(request(username, challenge)),
                forms.seal("passkey-use", Hashes.sha256(halfToken), challenge.toBase64UrlString()));
    }

    boolean isRight(String username, String halfToken, String field, String answer) {
        var challenge = forms.open("passkey-use", Hashes.sha256(halfToken), field);
        if (challenge.isEmpty()) {
            return false;
        }
        try {
            var credential =
                    json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var user = webAuthn.authenticate(new RelyingPartyAuthenticationRequest(
                    request(username, Bytes.fromBase64(challenge.get())), credential));
            return user.getName().equals(username);
        } catch (JacksonException | WebAuthnException | IllegalArgumentException refused) {
            log.info(
                    "a passkey of {} was not right: {}",
                    username,
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    private PublicKeyCredentialCreationOptions creation(String username, Bytes handle, Bytes challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(suite)
                .user(PasskeyStore.user(username, handle))
                .challenge(challenge)
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(descriptors(username))
                .timeout(PATIENCE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(String username, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(suite.getId())
                .allowCredentials(descriptors(username))
                .userVerification(UserVerificationRequirement.PREFERRED)
                .timeout(PATIENCE)
                .build();
    }

    private List<PublicKeyCredentialDescriptor> descriptors(String username) {
        return store.of(username).stream()
                .map(known -> PublicKeyCredentialDescriptor.builder()
                        .id(Bytes.fromBase64(known.credentialId()))
                        .build())
                .toList();
    }

    private static String shortened(String label) {
        var stripped = label.strip();
        return stripped.isEmpty()
                ? "Passkey"
                : stripped.substring(
                        0,
                        stripped.offsetByCodePoints(
                                0, Math.min(LONGEST_LABEL, stripped.codePointCount(0, stripped.length()))));
    }
}
