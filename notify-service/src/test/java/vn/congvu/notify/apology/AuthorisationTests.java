package vn.congvu.notify.apology;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Exchanges;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.testing.AuthorisationMatrix;

/** Every endpoint as every role; the table in {@code src/test/resources/authorisation.md} was read and approved. */
@Tag("any-broker")
class AuthorisationTests extends NotifyTests {
    private static final AgencyRef STP = new AgencyRef("STP", "Sở Tư pháp");

    @Autowired
    private Signing signing;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void whoMayDoWhatIsAsApproved() throws Exception {
        missed(STP, "m-1", "0907777731", "apologies_to_sign", 1);
        clock.advance(Duration.ofHours(4));
        signing.sweep();
        var own = published("STP");
        missed(STP, "m-2", "0907777732", "apologies_to_sign", 2);
        missed(Happenings.SNV, "m-3", "0907777733", "apologies", 2);
        var other = published("SNV");
        var waiting = signing.waitingFor("STP").getFirst().id();
        var notice = mongo.getCollection("notices").find().first().getString("_id");

        new AuthorisationMatrix(mvc, mappings, "STP")
                .situation("/api/v1/apologies/{id}", "own", Map.of("id", own))
                .situation("/api/v1/apologies/{id}", "another agency's", Map.of("id", other))
                .situation("/api/v1/apologies/to-sign/{id}", "own", Map.of("id", waiting))
                .situation("/api/v1/apologies/to-sign/{id}", "another agency's", Map.of("id", other))
                .situation("/api/v1/apologies/{id}/sign", "own", Map.of("id", waiting))
                .situation("/api/v1/apologies/{id}/sign", "another agency's", Map.of("id", other))
                .situation("/api/v1/notices/{id}", "any", Map.of("id", notice))
                .situation("/api/v1/notices/mine/{id}", "the head's", Map.of("id", toldToTheHead()))
                .situation("/api/v1/templates/{key}", "any", Map.of("key", "case-assigned"))
                .body("/sign", "{\"version\": 999999}")
                .check();
    }

    private String toldToTheHead() {
        return mongo.getCollection("notices")
                .find(new Document("office.role", "AGENCY_HEAD").append("office.agencyCode", "STP"))
                .first()
                .getString("_id");
    }

    private String published(String agency) {
        return mongo.getCollection("apologies")
                .find(new Document("agency.code", agency))
                .first()
                .getString("_id");
    }

    private void missed(AgencyRef agency, String ref, String number, String collection, int then) {
        var matter = Happenings.of(agency, phone(ref, number));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.breached(1));
        await().until(() -> mongo.getCollection(collection).countDocuments() == then);
    }
}
