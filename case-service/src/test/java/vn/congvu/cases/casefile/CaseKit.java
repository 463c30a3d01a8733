package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.ComplaintReceived.Accused;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

/** The whole service in the demo province, on a Monday morning that is later than any before. */
@SuiteTest
@TestPropertySource(
        properties = {
            "complaints.cases.directory.seed-dir=../infra/dev-stack/src/main/resources/provinces/tay-ninh",
            "complaints.cases.sweep.interval=200ms",
            "complaints.cases.sweep.recount-interval=300ms",
            "complaints.cases.sweep.directory-interval=300ms",
            "complaints.cases.directory.vacancy-interval=300ms",
            "complaints.cases.directory.vacancy-grace=0s",
            "complaints.cases.answer-dates.interval=300ms",
            "complaints.cases.statistics.no-rest-below=1h",
            "complaints.cases.statistics.look-patience=1m",
            "complaints.cases.dossier.import-interval=300ms",
            "complaints.cases.dossier.max-rows=50",
            "complaints.cases.dossier.max-import-rows=5000"
        })
public abstract class CaseKit {
    private static final Random RANDOM = new Random();
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected EventsSeen events;

    @Autowired
    protected Incoming incoming;

    @Autowired
    protected Sealer sealer;

    @Autowired
    protected JsonMapper json;

    @Autowired
    CaseFiles files;

    /** Time never goes back: leases and deadlines of earlier tests would come alive again. */
    @BeforeEach
    void nextMondayMorning() {
        var local = clock.instant().atZone(ZONE);
        var monday = local.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        clock.set(monday.atTime(9, 0).atZone(ZONE).toInstant());
    }

    /** A report as intake tells it. */
    protected ComplaintReceived report(String text, @Nullable String agency, boolean againstHead) {
        return report(text, agency, againstHead, ComplaintKind.CONDUCT);
    }

    protected ComplaintReceived report(String text, @Nullable String agency, boolean againstHead, ComplaintKind kind) {
        var accused = againstHead ? new Accused(sealer.seal("Trần Văn B"), sealer.seal("Giám đốc"), true) : null;
        return new ComplaintReceived(
                Ids.next(),
                Reference.random(RANDOM).value(),
                Channel.WEB,
                kind,
                List.of(Misconduct.ATTITUDE),
                sealer.seal(text),
                agency,
                null,
                null,
                null,
                null,
                accused,
                null,
                clock.instant(),
                new Reporter("contact-" + Ids.next(), Channel.SMS, Language.VI),
                "identity-" + Ids.next(),
                true,
                false,
                null);
    }

    protected Envelope send(ComplaintReceived report) {
        return incoming.publish(Exchanges.INTAKE, report.complaintId(), report.reference(), report);
    }

    protected void send(ComplaintReceived of, Event event) {
        incoming.publish(Exchanges.INTAKE, of.complaintId(), of.reference(), event);
    }

    /** The case of a report that a head has. */
    protected ComplaintReceived arrived(ComplaintReceived report) {
        send(report);
        awaitCase(report.complaintId());
        return report;
    }

    protected ComplaintReceived arrivedAt(String agency) {
        return arrived(report("Cán bộ tiếp dân nói năng thô lỗ", agency, false));
    }

    public CaseFile awaitCase(String id) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> files.find(id), Optional::isPresent)
                .orElseThrow();
    }

    public CaseFile awaitState(String id, CaseState state) {
        return await().atMost(Duration.ofSeconds(15))
                .until(() -> files.find(id).filter(f -> f.state() == state), Optional::isPresent)
                .orElseThrow();
    }

    public CaseFile stored(String id) {
        return files.find(id).orElseThrow();
    }

    protected SealedText sealed(String words) {
        return sealer.seal(words);
    }

    protected static RequestPostProcessor head(String agency) {
        return Tokens.as(Role.AGENCY_HEAD, agency, "head." + agency);
    }

    protected static RequestPostProcessor officer(String agency) {
        return Tokens.as(Role.AGENCY_OFFICER, agency, "officer." + agency);
    }

    protected static RequestPostProcessor triage() {
        return Tokens.as(Role.TRIAGE, "SNV", "triage");
    }

    protected static RequestPostProcessor monitor() {
        return Tokens.as(Role.MONITOR, "SNV", "monitor");
    }

    protected ResultActions read(RequestPostProcessor who, String path) throws Exception {
        return mvc.perform(get(path).with(who));
    }

    protected JsonNode body(ResultActions result) throws Exception {
        return json.readTree(result.andReturn().getResponse().getContentAsByteArray());
    }

    /** Has somebody do something to the case as it is now; members as {@code ,"name":"value"}. */
    protected ResultActions command(RequestPostProcessor who, String id, String command, String members)
            throws Exception {
        return command(who, id, command, stored(id).revision().version(), members);
    }

    protected ResultActions command(RequestPostProcessor who, String id, String command, long version, String members)
            throws Exception {
        return mvc.perform(post("/api/v1/cases/{id}/{command}", id, command)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":" + version + members + "}"));
    }

    protected void done(ResultActions result) throws Exception {
        assertThat(result.andReturn().getResponse().getStatus())
                .as(result.andReturn().getResponse().getContentAsString())
                .isEqualTo(200);
    }

    protected Instant after(Duration time) {
        clock.advance(time);
        return clock.instant();
    }
}
