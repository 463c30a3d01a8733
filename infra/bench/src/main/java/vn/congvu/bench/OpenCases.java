package vn.congvu.bench;

import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.platform.access.Caller;

/** Accepted cases: one goes the whole way from its report, the others are like it. */
final class OpenCases {
    static final String COLLECTION = "case_files";
    private static final Random RANDOM = new Random();
    private static final int BATCH = 2_000;
    private static final Caller HEAD = new Caller("head.sxd", Set.of(Role.AGENCY_HEAD), "SXD", null);

    private final RunningCases cases;
    private final Document accepted;
    private long made;

    private OpenCases(RunningCases cases, Document accepted) {
        this.cases = cases;
        this.accepted = accepted;
        this.made = cases.collection(COLLECTION).countDocuments();
    }

    static OpenCases beginWithOne(RunningCases cases) throws Exception {
        var report = report(cases.now());
        cases.tell(report.complaintId(), report.reference(), report);
        var assigned = await(cases, report.complaintId());
        var version = assigned.get("revision", Document.class).get("version");
        var answer = cases.post(
                "/api/v1/cases/" + report.complaintId() + "/accept",
                HEAD,
                "application/json",
                "{\"version\":" + version + "}");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the case could not be accepted: " + answer.body());
        }
        return new OpenCases(cases, await(cases, report.complaintId()));
    }

    /** Until so many are open, those counted that were there before. */
    void grow(int size) {
        var batch = new ArrayList<Document>();
        while (made < size) {
            batch.add(another());
            made++;
            if (batch.size() == BATCH || made == size) {
                cases.collection(COLLECTION).insertMany(batch, new InsertManyOptions().ordered(false));
                batch.clear();
            }
        }
    }

    /** When the time to answer ends, of all of them. */
    Instant dueAt() {
        return accepted.get("lookup", Document.class).getDate("dueAt").toInstant();
    }

    private Document another() {
        var id = Ids.next();
        var report = new Document(accepted.get("report", Document.class));
        report.put("complaintId", id);
        report.put("reference", Reference.random(RANDOM).value());
        var another = new Document(accepted);
        another.put("_id", id);
        another.put("report", report);
        another.put("revision", new Document("version", 1L).append("sequence", 0L));
        another.put(
                "outbox",
                new Document("pending", false).append("leaseUntil", new Date(0)).append("entries", List.of()));
        another.remove("applied");
        return another;
    }

    private static Document await(RunningCases cases, String id) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until) {
            var found =
                    cases.collection(COLLECTION).find(new Document("_id", id)).first();
            if (found != null) {
                return found;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("no case was opened within a minute");
    }

    private static ComplaintReceived report(Instant now) {
        return new ComplaintReceived(
                Ids.next(),
                Reference.random(RANDOM).value(),
                Channel.WEB,
                ComplaintKind.CONDUCT,
                List.of(Misconduct.ATTITUDE),
                RunningCases.SEALER.seal("Cán bộ tiếp dân nói năng thô lỗ, bắt người dân chờ cả buổi sáng."),
                "SXD",
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                new Reporter("contact-" + Ids.next(), Channel.SMS, Language.VI),
                "identity-" + Ids.next(),
                true,
                false,
                null);
    }
}
