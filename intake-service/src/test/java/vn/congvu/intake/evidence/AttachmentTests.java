package vn.congvu.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.intake.EvidenceAdded;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.Citizen.Receipt;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.SampleFiles;
import vn.congvu.intake.Suite;
import vn.congvu.intake.vault.OriginalSeals;
import vn.congvu.platform.sealing.CannotOpenException;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.TestKeys;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
class AttachmentTests {
    private static final byte[] PNG = SampleFiles.png();

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    EventsSeen events;

    @Autowired
    MockMvc mvc;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    OriginalSeals originals;

    @Autowired
    MutableClock clock;

    private Receipt receipt;

    @BeforeEach
    void aReport() {
        clock.set(MutableClock.MONDAY_MORNING);
        receipt = citizen.reports("Cán bộ vắng mặt, có ảnh.");
    }

    @Test
    void storesAFileByWhatItIsAndTellsTheOthers() {
        var answer = attach(receipt, file("ảnh chụp.exe", PNG));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/attachments/0/mediaType").asString("")).isEqualTo("image/png");
        var event = events.await(EvidenceAdded.class, seen -> seen.reference().equals(receipt.reference()));
        assertThat(event.evidenceId())
                .isEqualTo(answer.body().at("/attachments/0/id").asString(""));
        assertThat(event.bytes()).isEqualTo(PNG.length);
        assertThat(citizen.tracks(receipt).path("attachments").size()).isEqualTo(1);
    }

    @Test
    void storesTheSameFileOnce() {
        var first = attach(receipt, file("a.png", PNG));

        assertThat(attach(receipt, file("b.png", PNG)).body()).isEqualTo(first.body());
        assertThat(mongo.getCollection("evidence.files")
                        .countDocuments(new Document(
                                "metadata.complaintId",
                                suite.complaint(receipt.reference()).id())))
                .isEqualTo(1);
    }

    @Test
    void refusesAllWhenOneIsRefused() {
        var answer = attach(receipt, file("a.png", PNG), file("anh.jpg", "<script>alert(1)</script>".getBytes()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString("")).isEqualTo("file[2]");
        assertThat(suite.complaint(receipt.reference()).attachments()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        var large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PNG, 0, large, 0, PNG.length);

        assertThat(attach(receipt, file("a.png", large)).status()).isEqualTo(422);
    }

    @Test
    void takesTenFilesAndNoMore() {
        attach(
                receipt,
                IntStream.range(0, 10).mapToObj(AttachmentTests::differentPng).toArray(MockMultipartFile[]::new));

        assertThat(suite.complaint(receipt.reference()).attachments()).hasSize(10);
        assertThat(attach(receipt, differentPng(11)).status()).isEqualTo(409);
        assertThat(mongo.getCollection("evidence.files")
                        .countDocuments(new Document(
                                "metadata.complaintId",
                                suite.complaint(receipt.reference()).id())))
                .isEqualTo(10);
    }

    @Test
    void asksForAFileWhereThereIsNone() {
        assertThat(attach(receipt).status()).isEqualTo(422);
    }

    @Test
    void needsTheCode() {
        var wrong = new Receipt(receipt.reference(), "ABCD-EFGHJ-KMNPQ");

        assertThat(attach(wrong, file("a.png", PNG)).status()).isEqualTo(404);
        assertThat(attach(new Receipt("0000000000", receipt.accessCode()), file("a.png", PNG))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isDownloadedAsAFileByTheAgencyThatHasTheReport() throws Exception {
        var id = attach(receipt, file("a.png", PNG))
                .body()
                .at("/attachments/0/id")
                .asString("");
        suite.assigns(receipt.reference());

        var response = download(id, Role.AGENCY_HEAD, "SXD");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(PNG);
        assertThat(response.getContentType()).isEqualTo("image/png");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"" + id + ".png\"");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void doesNotExistForAnotherAgency() throws Exception {
        var id = attach(receipt, file("a.png", PNG))
                .body()
                .at("/attachments/0/id")
                .asString("");

        assertThat(download(id, Role.AGENCY_HEAD, "SXD").getStatus()).isEqualTo(404);
        suite.assigns(receipt.reference());
        assertThat(download(id, Role.AGENCY_HEAD, "STC").getStatus()).isEqualTo(404);
        assertThat(download(id, Role.AGENCY_OFFICER, "SXD").getStatus()).isEqualTo(200);
        assertThat(download(id, Role.TRIAGE, null).getStatus()).isEqualTo(200);
        assertThat(download(id, Role.ADMIN, null).getStatus()).isEqualTo(403);
        assertThat(download(id, Role.OPERATOR, null).getStatus()).isEqualTo(403);
        assertThat(download("nothing", Role.AGENCY_HEAD, "SXD").getStatus()).isEqualTo(404);
    }

    @Test
    void passesACleanCopyOnAndKeepsTheOriginalSealed() throws Exception {
        var photo = SampleFiles.photoWithPlace(6);
        var id = attach(receipt, file("a.jpg", photo))
                .body()
                .at("/attachments/0/id")
                .asString("");

        var seen = download(id, Role.TRIAGE, null).getContentAsByteArray();
        var sealed = new ByteArrayOutputStream();
        GridFSBuckets.create(mongo.getDb(), "evidence_originals").downloadToStream(new BsonString(id), sealed);

        assertThat(SampleFiles.text(seen)).doesNotContain("Exif", SampleFiles.SECRET);
        assertThat(SampleFiles.text(sealed.toByteArray())).doesNotContain("Exif", SampleFiles.SECRET);
        var wrapped = mongo.getCollection("vault_keys")
                .find(Filters.eq("original:" + id))
                .first()
                .getString("wrapped");
        assertThatThrownBy(() -> TestKeys.CONTACT_KEYS.opener().open(wrapped, "original:" + id))
                .as("the sender of messages")
                .isInstanceOf(CannotOpenException.class);
        var dataKey = TestKeys.IDENTITY_KEYS.opener().open(wrapped, "original:" + id);
        assertThat(new AesGcmJce(dataKey)
                        .decrypt(sealed.toByteArray(), ("original:" + id).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(photo);

        originals.forgetAll(suite.complaint(receipt.reference()).id());
        assertThat(mongo.getCollection("vault_keys")
                        .find(Filters.eq("original:" + id))
                        .first())
                .as("destroyed, nobody opens it")
                .isNull();
        assertThat(download(id, Role.TRIAGE, null).getStatus())
                .as("the clean copy stays")
                .isEqualTo(200);
    }

    @Test
    void saysWhatIsWrongWithEachFileAndKeepsNone() {
        var answer = attach(
                receipt,
                file("good.png", PNG),
                file("bomb.png", SampleFiles.pixelBomb()),
                file("a.heic", HexFormat.of().parseHex("000000186674797068656963000000006d696631")),
                file("cut.jpg", Arrays.copyOf(SampleFiles.jpeg(64, 32), 200)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactly("file[2]", "file[3]", "file[4]");
        assertThat(answer.body().toString()).contains("50 triệu điểm ảnh", "HEIC", "bị hỏng");
        for (var bucket : new String[] {"evidence.files", "evidence_originals.files"}) {
            assertThat(mongo.getCollection(bucket)
                            .countDocuments(new Document(
                                    "metadata.complaintId",
                                    suite.complaint(receipt.reference()).id())))
                    .isZero();
        }
    }

    private Citizen.Answer attach(Receipt to, MockMultipartFile... files) {
        var request = multipart("/api/v1/complaints/{reference}/attachments", to.reference());
        for (var file : files) {
            request.file(file);
        }
        return citizen.perform(request.header("X-Access-Code", to.accessCode()).with(Tokens.anonymous()));
    }

    private MockHttpServletResponse download(String id, Role role, String agency) throws Exception {
        return mvc.perform(get(
                                "/api/v1/complaints/{complaintId}/attachments/{id}",
                                suite.complaint(receipt.reference()).id(),
                                id)
                        .with(Tokens.as(role, agency, "somebody")))
                .andReturn()
                .getResponse();
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static MockMultipartFile differentPng(int number) {
        return file("a.png", SampleFiles.png(new Color(number, 0, 0)));
    }
}
