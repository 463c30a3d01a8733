package vn.congvu.bench;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import vn.congvu.platform.sealing.PublicSealer;
import vn.congvu.platform.sealing.Sealer;

/**
 * What sealing adds to a report that is accepted, in the steps of the intake: a fresh data key for the identity, wrapped for the
 * custodian; the contact for the sender of messages; the words at rest, raw and clean; the words in the event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SealingBenchmark {
    private static final int KEY_BYTES = 32;
    private static final byte[] PERSON =
            "{\"name\":\"Họ và tên\",\"phone\":\"+84912345678\",\"email\":\"ten@vidu.vn\",\"address\":\"12 đường Hai Bà Trưng\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String WORDS =
            "Tôi nộp hồ sơ từ đầu tháng, đến hẹn lên thì cán bộ nói chưa có và không nêu lý do. ".repeat(12);

    private final SecureRandom random = new SecureRandom();
    private final PublicSealer custodian;
    private final PublicSealer sender;
    private final AesGcmJce atRest;
    private final Sealer events;

    public SealingBenchmark() {
        try {
            custodian = sealer();
            sender = sealer();
            atRest = new AesGcmJce(key());
            events = new Sealer(key());
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    @Benchmark
    public void aReportWithAllThatIsSealed(Blackhole hole) throws GeneralSecurityException {
        theIdentity(hole);
        theContact(hole);
        theWordsAtRest(hole);
        theWordsInTheEvent(hole);
    }

    @Benchmark
    public void theWordsAtRest(Blackhole hole) throws GeneralSecurityException {
        var words = WORDS.getBytes(StandardCharsets.UTF_8);
        hole.consume(atRest.encrypt(words, PERSON));
        hole.consume(atRest.encrypt(words, PERSON));
    }

    @Benchmark
    public void theWordsInTheEvent(Blackhole hole) {
        hole.consume(events.seal(WORDS));
    }

    @Benchmark
    public void theIdentity(Blackhole hole) throws GeneralSecurityException {
        var dataKey = key();
        hole.consume(new AesGcmJce(dataKey)
                .encrypt(PERSON, WORDS.substring(0, KEY_BYTES).getBytes(StandardCharsets.UTF_8)));
        hole.consume(custodian.seal(dataKey, "identity"));
    }

    /** For the sender of messages, once more under a data key of its own, and that key at rest. */
    @Benchmark
    public void theContact(Blackhole hole) throws GeneralSecurityException {
        var dataKey = key();
        var forTheSender = Base64.getDecoder().decode(sender.seal(PERSON, "contact"));
        hole.consume(new AesGcmJce(dataKey).encrypt(forTheSender, PERSON));
        hole.consume(atRest.encrypt(Base64.getEncoder().encode(dataKey), PERSON));
    }

    private byte[] key() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private static PublicSealer sealer() throws GeneralSecurityException {
        var parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
        var keys = KeysetHandle.newBuilder()
                .setConfiguration(HybridConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
        return new PublicSealer(keys.getPublicKeysetHandle());
    }
}
