package vn.congvu.intake.tracking;

import vn.congvu.contracts.Bilingual;

/** Where a report stands, in the words of its reporter. */
public enum CaseState {
    RECEIVED("Đã tiếp nhận", "Received"),
    IN_TRIAGE("Đang xác định cơ quan trả lời", "Being assigned to an agency"),
    ASSIGNED("Đã chuyển tới cơ quan có trách nhiệm", "With the responsible agency"),
    ACCEPTED("Đang giải quyết", "Being dealt with"),
    WAITING_FOR_REPORTER("Đang chờ bạn trả lời", "Waiting for your reply"),
    ANSWERED("Đã trả lời", "Answered"),
    HANDED_OVER("Đã hướng dẫn, chuyển nơi khác", "Handed over elsewhere"),
    MERGED("Đã gộp với phản ánh trùng", "Joined with another report"),
    WITHDRAWN("Đã rút lại", "Withdrawn"),
    CLOSED("Đã kết thúc", "Closed");

    private final Bilingual words;

    CaseState(String vi, String en) {
        this.words = new Bilingual(vi, en);
    }

    /** For people. */
    public Bilingual words() {
        return words;
    }

    /** Whether what the reporter writes now still reaches somebody who works on it. */
    public boolean isOpen() {
        return switch (this) {
            case RECEIVED, IN_TRIAGE, ASSIGNED, ACCEPTED, WAITING_FOR_REPORTER, ANSWERED, MERGED -> true;
            case HANDED_OVER, WITHDRAWN, CLOSED -> false;
        };
    }

    /** Whether an agency has it, or had it: what is written from then on is a message, not a part of the report. */
    public boolean isAssigned() {
        return switch (this) {
            case RECEIVED, IN_TRIAGE -> false;
            case ASSIGNED, ACCEPTED, WAITING_FOR_REPORTER, ANSWERED, HANDED_OVER, MERGED, WITHDRAWN, CLOSED -> true;
        };
    }
}
