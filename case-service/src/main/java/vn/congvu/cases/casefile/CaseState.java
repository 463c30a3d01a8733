package vn.congvu.cases.casefile;

import vn.congvu.contracts.Bilingual;

/** Where a case stands. */
public enum CaseState {
    /** No rule found one agency: Home Affairs decides. */
    TRIAGE("Chờ phân loại", "Waiting to be sorted"),
    /** With a head who has not said yet whether it is his. */
    ASSIGNED("Đã chuyển đến người đứng đầu", "With the head of the agency"),
    ACCEPTED("Đang giải quyết", "Being worked on"),
    /** The reporter was asked something; the clock stands still. */
    WAITING("Chờ người phản ánh bổ sung", "Waiting for the reporter"),
    /** The answer is out and the reporter may still say that it settled nothing. */
    ANSWERED("Đã trả lời", "Answered"),
    REOPENED("Mở lại", "Reopened"),
    CLOSED("Đã kết thúc", "Closed"),
    HANDED_OVER("Đã chuyển cơ quan có thẩm quyền", "Handed over"),
    MERGED("Đã gộp", "Joined to another case"),
    WITHDRAWN("Người phản ánh đã rút", "Withdrawn");

    private final Bilingual label;

    CaseState(String vi, String en) {
        this.label = new Bilingual(vi, en);
    }

    public Bilingual label() {
        return label;
    }

    /** Somebody still has to do something about it. */
    public boolean open() {
        return switch (this) {
            case TRIAGE, ASSIGNED, ACCEPTED, WAITING, REOPENED -> true;
            case ANSWERED, CLOSED, HANDED_OVER, MERGED, WITHDRAWN -> false;
        };
    }

    /** In the hands of a head who works on it. */
    public boolean withHead() {
        return switch (this) {
            case ASSIGNED, ACCEPTED, WAITING, REOPENED -> true;
            case TRIAGE, ANSWERED, CLOSED, HANDED_OVER, MERGED, WITHDRAWN -> false;
        };
    }
}
