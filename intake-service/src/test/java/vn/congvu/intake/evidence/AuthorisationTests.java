package vn.congvu.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.platform.testing.AuthorisationMatrix;
import vn.congvu.platform.testing.Tokens;

/** Every endpoint as every role; the table in {@code src/test/resources/authorisation.md} was read and approved. */
@IntakeTest
@Tag("any-broker")
class AuthorisationTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void whoMayDoWhatIsAsApproved() throws Exception {
        var own = withAFile(Map.of("text", "Cán bộ vắng mặt, có ảnh."));
        suite.assigns(own.get("reference"));
        var unassigned = withAFile(Map.of("text", "Cán bộ vắng mặt, có ảnh."));
        var home = withAFile(Map.of(
                "text",
                "Giám đốc quát mắng dân, có ảnh.",
                "agencyCode",
                "SNV",
                "accused",
                Map.of("name", "Trần Văn B", "position", "Giám đốc", "head", true)));

        new AuthorisationMatrix(mvc, mappings, "SXD")
                .situation("/api/v1/complaints/{complaintId}/attachments", "own", own)
                .situation("/api/v1/complaints/{complaintId}/attachments", "not the own agency's", unassigned)
                .situation("/api/v1/complaints/{complaintId}/attachments", "against the head of Home Affairs", home)
                .check();
    }

    private Map<String, String> withAFile(Map<String, ?> report) throws Exception {
        var receipt = citizen.reports(report);
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        var answer = citizen.perform(multipart("/api/v1/complaints/{reference}/attachments", receipt.reference())
                .file(new MockMultipartFile("file", "a.png", "image/png", picture.toByteArray()))
                .header("X-Access-Code", receipt.accessCode())
                .with(Tokens.anonymous()));
        assertThat(answer.status()).isEqualTo(201);
        return Map.of(
                "reference",
                receipt.reference(),
                "complaintId",
                suite.complaint(receipt.reference()).id(),
                "attachmentId",
                answer.body().at("/attachments/0/id").asString(""));
    }
}
