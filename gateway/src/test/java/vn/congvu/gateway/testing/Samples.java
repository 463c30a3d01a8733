package vn.congvu.gateway.testing;

import java.util.List;
import java.util.stream.Collectors;

/** What the services say, by situation, as they say it: JSON with members that pages don't know, too. */
public final class Samples {
    /** What somebody might write to have it run in the browser of whoever reads it. */
    public static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\\\"'{{7*7}}${7*7}[[1]]";

    private static final String CASE_ID = "01976a4e-0000-7000-8000-000000000001";

    private Samples() {}

    public static String caseId() {
        return CASE_ID;
    }

    public static String receipt() {
        return """
                {"reference": "7K3F9QXM2D", "accessCode": "7K3F-9QXM2-D4R8T",
                 "receivedAt": "2026-03-02T02:00:00Z", "expectedAnswerBy": "2026-03-16T10:00:00Z",
                 "textFirst": {"text": "XN 7K3F9-QXM2D", "to": "+842763000000"}}""";
    }

    public static String refused(String slug, int status, String field, String message) {
        return """
                {"type": "/problems/%s", "title": "Cần sửa", "status": %d, "detail": "Hãy sửa rồi gửi lại.",
                 "errors": [{"field": "%s", "message": "%s"}]}""".formatted(slug, status, field, message);
    }

    public static String tracked(String state, String extra) {
        return """
                {"reference": "7K3F9QXM2D", "state": "%s", "stateName": {"vi": "Đang giải quyết", "en": "Being dealt with"},
                 "channel": "WEB", "text": "%s", "agency": {"code": "SXD", "name": "Sở Xây dựng"},
                 "receivedAt": "2026-03-02T02:00:00Z", "dueAt": "2026-03-16T10:00:00Z",
                 "textFirst": {"text": "XN 7K3F9-QXM2D", "to": "+842763000000"},
                 "timeline": [{"at": "2026-03-02T02:00:00Z", "text": {"vi": "Đã tiếp nhận.", "en": "Received."}}],
                 "messages": [{"from": "AGENCY", "agency": {"code": "SXD", "name": "Sở Xây dựng"}, "text": "%s",
                               "at": "2026-03-03T02:00:00Z", "question": true},
                              {"from": "REPORTER", "channel": "WEB", "text": "Quầy số 3.", "at": "2026-03-03T03:00:00Z",
                               "question": false}],
                 "attachments": [{"id": "a1", "mediaType": "image/png", "bytes": 5, "addedAt": "2026-03-02T02:00:00Z"}],
                 "apologies": [{"id": "p1", "number": "01/PXL-SXD", "agency": {"code": "SXD", "name": "Sở Xây dựng"},
                                "cause": "MISSED_DEADLINE", "publishedAt": "2026-03-17T02:00:00Z"}],
                 "identityOpenedCount": 0%s}""".formatted(state, HOSTILE, HOSTILE, extra);
    }

    public static String answered() {
        return tracked("ANSWERED", """
                , "answer": {"agency": {"code": "SXD", "name": "Sở Xây dựng"}, "text": "Đã phê bình công chức tiếp dân.",
                             "finding": "SUBSTANTIATED", "measures": ["CRITICISM", "APOLOGY"],
                             "answeredAt": "2026-03-10T02:00:00Z", "late": true, "reopenUntil": "2026-03-24T10:00:00Z"}""");
    }

    public static String cases(String... rows) {
        return """
                {"items": [%s], "next": "bmV4dA",
                 "counts": {"inbox": 12, "due-soon": 3, "overdue": 1, "waiting": 0, "closed": 40, "triage": 2}}""".formatted(String.join(",", rows));
    }

    public static String row() {
        return """
                {"id": "%s", "version": 3, "reference": "7K3F9QXM2D", "state": "ACCEPTED",
                 "stateLabel": {"vi": "Đang giải quyết", "en": "Being worked on"}, "kind": "CONDUCT", "misconducts": ["ATTITUDE"],
                 "severity": "HIGH", "excerpt": "%s", "agency": {"code": "SXD", "name": "Sở Xây dựng"}, "head": "Giám đốc",
                 "conflictOfInterest": true, "receivedAt": "2026-02-16T17:00:00Z", "dueAt": "2026-02-27T10:00:00Z",
                 "overdue": true, "flagged": true}""".formatted(CASE_ID, HOSTILE);
    }

    /** A case in a state, with the commands that somebody may give. */
    public static String caseFile(String state, long version, String... commands) {
        var allowed = List.of(commands).stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(","));
        return """
                {"id": "%s", "version": %d, "reference": "7K3F9QXM2D", "state": "%s",
                 "stateLabel": {"vi": "Trạng thái %s", "en": "State %s"}, "kind": "CONDUCT", "misconducts": ["ATTITUDE"],
                 "severity": "HIGH", "text": "%s", "channel": "SMS", "agency": {"code": "SXD", "name": "Sở Xây dựng"},
                 "head": "Giám đốc Sở Xây dựng", "officer": "Chuyên viên Phòng Cải cách hành chính",
                 "reasons": [{"vi": "Người phản ánh nêu tên Sở Xây dựng.", "en": "The reporter named it."}],
                 "conflictOfInterest": true, "agencyNamed": "so xay dung", "dossierCode": "H53.25-1",
                 "communeCode": "25459", "field": "dat-dai",
                 "accused": {"name": "%s", "position": "cán bộ tiếp nhận", "head": true}, "occurredOn": "2026-02-27",
                 "receivedAt": "2026-03-02T02:00:00Z", "dueAt": "2026-03-16T10:00:00Z", "overdue": false,
                 "clocks": [], "questions": [{"id": "q1", "question": "Quầy số mấy?", "askedAt": "2026-03-03T02:00:00Z",
                   "pausedUntil": "2026-03-17T10:00:00Z"}],
                 "messages": [{"id": "m1", "text": "%s", "writtenAt": "2026-03-03T03:00:00Z"}],
                 "evidence": [{"id": "e1", "mediaType": "image/png", "bytes": 12345, "addedAt": "2026-03-02T02:00:00Z"}],
                 "answers": [{"text": "Trả lời lần trước.", "finding": "NOT_SUBSTANTIATED", "measures": [], "head": "Giám đốc",
                   "answeredAt": "2026-03-04T02:00:00Z", "late": true, "lateDays": 2, "reopenUntil": "2026-03-18T10:00:00Z"}],
                 "draft": {"text": "Công chức nhận sai.", "finding": "PARTLY_SUBSTANTIATED", "measures": ["CRITICISM"],
                   "collectiveMeasures": [], "by": {"vi": "Chuyên viên", "en": "The officer"}, "at": "2026-03-05T02:00:00Z"},
                 "rating": {"solved": "NOT_SOLVED", "score": 1, "words": "Chưa ổn", "ratedAt": "2026-03-04T03:00:00Z"},
                 "flagged": true, "apologies": 1, "transfers": 0,
                 "duplicates": [{"id": "c9", "reference": "4HT6W0BRN8", "state": "ASSIGNED", "agency": null, "receivedAt": "2026-03-02T02:00:00Z", "reasons": [{"vi": "Cùng người gửi.", "en": "The same reporter."}], "likeness": 40}],
                 "joined": [{"caseId": "c2", "reference": "ABCDE12345"}], "parts": ["%s-2"],
                 "history": [{"at": "2026-03-02T02:00:00Z", "by": {"vi": "Hệ thống", "en": "System"},
                   "what": {"vi": "Đã chuyển tới người đứng đầu.", "en": "Sent to the head."}, "words": "%s"}],
                 "commands": [%s], "surprise": {"new": true}}""".formatted(
                        CASE_ID, version, state, state, state, HOSTILE, HOSTILE, HOSTILE, CASE_ID, HOSTILE, allowed);
    }

    public static String stale(String present) {
        return """
                {"type": "/problems/stale", "title": "Đã có thay đổi mới", "status": 409,
                 "detail": "Vụ việc vừa thay đổi.", "present": %s}""".formatted(present);
    }

    public static String deadlines() {
        return """
                {"caseId": "x", "reference": "7K3F9QXM2D", "policy": "product-1", "clocks": [
                  {"clock": "RESOLVE", "name": {"vi": "Trả lời", "en": "Answer"}, "condition": "RUNNING",
                   "startedAt": "2026-03-02T02:00:00Z", "dueAt": "2026-03-16T10:00:00Z", "breached": false, "extended": false,
                   "trace": [{"vi": "10 ngày làm việc, mặc định sản phẩm.", "en": "10 working days, product default."}],
                   "moments": []}]}""";
    }

    public static String apologies() {
        return """
                {"items": [%s], "next": "bmV4dA"}""".formatted(apology());
    }

    public static String apology() {
        return """
                {"id": "p1", "number": "05/PXL-SXD", "agency": {"code": "SXD", "name": "Sở Xây dựng"}, "field": "dat-dai",
                 "subject": "DOSSIER", "reference": "H53.25-1", "procedure": "%s", "cause": "MISSED_DEADLINE",
                 "repeated": true, "daysLate": 3, "dueAt": "2026-02-27T10:00:00Z", "newDueAt": "2026-03-05T10:00:00Z",
                 "reason": "%s", "signer": "Giám đốc Sở Xây dựng", "publishedAt": "2026-03-01T02:00:00Z",
                 "changedAt": "2026-03-01T02:00:00Z",
                 "corrections": [{"text": "Ngày đúng là 05/03.", "at": "2026-03-02T02:00:00Z", "by": "Quản trị"}],
                 "outcome": {"text": {"vi": "Đã giải quyết, chậm 3 ngày", "en": "Settled, 3 days late"}, "at": "2026-03-02T02:00:00Z"},
                 "signed": false, "ground": {"vi": "làm thất lạc hồ sơ", "en": "a lost dossier"},
                 "verification": {"code": "XL-7K3F9-QXM2D", "intact": true},
                 "letter": "http://127.0.0.1:8080/api/v1/apologies/p1/letter"}""".formatted(HOSTILE, HOSTILE);
    }

    public static String toSign() {
        return """
                {"items": [{"id": "s1", "version": 0, "agency": {"code": "SXD", "name": "Sở Xây dựng"},
                  "kind": "DOSSIER_LATE", "subject": "DOSSIER", "reference": "H53.25-1", "procedure": "%s",
                  "dueAt": "2026-02-27T10:00:00Z", "repeated": false, "signBy": "2026-03-02T06:00:00Z",
                  "createdAt": "2026-03-02T02:00:00Z", "letter": "x"}]}""".formatted(HOSTILE);
    }

    public static String league() {
        return """
                {"from": "2026-01-01", "to": "2026-12-31", "agencies": [
                  {"code": "SXD", "name": "Sở Xây dựng", "answered": 37000, "onTimePercent": 98.22, "medianWorkingDays": 4.5,
                   "p90WorkingDays": 9, "overdueNow": 1, "apologies": 2, "praise": 1500, "suppressed": false},
                  {"code": "SNV", "name": "Sở Nội vụ", "suppressed": true}],
                 "months": [{"month": "2026-01", "answered": 9, "onTimePercent": 55.6, "suppressed": false},
                            {"month": "2026-02", "suppressed": true},
                            {"month": "2026-03", "answered": 18, "onTimePercent": 72.2, "suppressed": false}]}""";
    }

    public static String overview() {
        return """
                {"asOf": "2026-03-02T02:00:00Z", "from": "2026-01-01", "to": "2026-12-31",
                 "totals": {"open": 12, "dueToday": 3, "overdue": 1, "triage": 2, "flagged": 0, "answeredInTime": 40,
                            "answeredLate": 2, "apologies": 2, "praise": 21, "dossiersOverdue": 4},
                 "agencies": [{"code": "SXD", "name": "Sở Xây dựng", "open": 5, "dueToday": 1, "overdue": 1,
                               "answeredInTime": 10, "answeredLate": 1, "apologies": 1, "praise": 17, "dossiersOverdue": 0},
                              {"code": "C1", "name": "Xã chưa có việc nào", "open": 0, "dueToday": 0, "overdue": 0,
                               "answeredInTime": 0, "answeredLate": 0, "apologies": 0, "dossiersOverdue": 0}],
                 "breaches": [{"caseId": "%s", "reference": "7K3F9QXM2D", "agency": {"code": "SXD", "name": "Sở Xây dựng"},
                               "clock": "RESOLVE", "dueAt": "2026-02-27T10:00:00Z", "conflictOfInterest": true,
                               "told": {"rung": "SUPERIOR", "at": "2026-03-02T01:00:00Z"},
                               "next": {"rung": "CHAIR", "at": "2026-03-06T10:00:00Z"}}]}""".formatted(CASE_ID);
    }

    public static String dossier() {
        return """
                {"code": "H53.25-260302-0001", "version": 2, "procedure": "%s", "field": "xay-dung",
                 "agency": {"code": "SXD", "name": "Sở Xây dựng"}, "receivedAt": "2026-03-02T02:00:00Z",
                 "dueAt": "2026-03-23T10:00:00Z", "state": "RECEIVED", "online": true, "paidOnline": false, "overdue": false,
                 "misses": 0, "apologies": 0,
                 "history": [{"at": "2026-03-02T02:00:00Z", "by": {"vi": "Hệ thống", "en": "System"},
                   "what": {"vi": "Tiếp nhận.", "en": "Received."}, "words": "%s"}]}""".formatted(HOSTILE, HOSTILE);
    }

    public static String parked() {
        return """
                {"items": [{"id": "cases.follow-complaints:e1", "queue": "cases.follow-complaints", "reason": "%s",
                  "parkedAt": "2026-03-02T02:00:00Z", "type": "complaint.received.v1", "correlationId": "7K3F9QXM2D",
                  "replayable": true}]}""".formatted(HOSTILE);
    }

    public static String trends() {
        return """
                {"from": "2026-03-02", "to": "2026-03-15",
                 "weeks": [{"monday": "2026-03-02", "received": 9, "answeredInTime": 4, "answeredLate": 2},
                           {"monday": "2026-03-09", "received": 0, "answeredInTime": 0, "answeredLate": 0}],
                 "agencies": [{"code": "SXD", "name": "Sở Xây dựng",
                               "weeks": [{"inTime": 4, "late": 2}, {"inTime": 0, "late": 0}]}],
                 "misconducts": [{"code": "ATTITUDE", "count": 7}], "channels": [{"code": "WEB", "count": 9}],
                 "satisfaction": {"solved": 3, "partly": 1, "notSolved": 0, "averageScore": 4.5}}""";
    }

    /** @param agency JSON, or null where a person has to find it */
    public static String foretold(String agency, String dueAt) {
        return """
                {"kind": "CONDUCT", "agency": %s, "head": "Giám đốc Sở Xây dựng", "conflictOfInterest": false,
                 "reasons": [{"vi": "Lời phản ánh nhắc đến Sở Xây dựng.", "en": "The report names it."}],
                 "candidates": [{"code": "SNV", "name": "Sở Nội vụ"}], "dueAt": %s,
                 "why": [{"vi": "10 ngày làm việc.", "en": "10 working days."}]}""".formatted(agency, dueAt);
    }
}
