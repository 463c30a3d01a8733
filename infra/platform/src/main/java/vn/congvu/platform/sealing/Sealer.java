package vn.congvu.platform.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.congvu.contracts.SealedText;

/** Seals the words of people before they enter an event and opens them in the service that needs them. */
public final class Sealer {
    private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);

    private final SecretKey key;

    /** @param key 32 random bytes */
    public Sealer(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the sealing key has " + key.length + " bytes instead of 32");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A key that only this one and this purpose give (HKDF-SHA256), for codes by HMAC. */
    public SecretKey keyFor(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HKDF-SHA256", missing);
        }
    }

    public SealedText seal(String words) {
        try {
            var jwe = new JWEObject(HEADER, new Payload(words));
            jwe.encrypt(new DirectEncrypter(key));
            return new SealedText(jwe.serialize());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("AES-GCM is not available", impossible);
        }
    }

    /** @throws IllegalArgumentException if it was sealed with another key or changed on its way */
    public String open(SealedText sealed) {
        try {
            var jwe = JWEObject.parse(sealed.jwe());
            jwe.decrypt(new DirectDecrypter(key));
            return jwe.getPayload().toString();
        } catch (ParseException | JOSEException unreadable) {
            throw new IllegalArgumentException("sealed with another key, or damaged", unreadable);
        }
    }
}
