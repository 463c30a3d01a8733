package vn.congvu.cases.casefile;

import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;

/** What people call the clocks. */
public final class ClockNames {
    private ClockNames() {}

    public static Bilingual of(SlaClock clock) {
        return switch (clock) {
            case ACKNOWLEDGE -> new Bilingual("thời hạn báo đã tiếp nhận", "the time to acknowledge");
            case ACCEPT -> new Bilingual("thời hạn thụ lý", "the time to accept");
            case FORWARD -> new Bilingual("thời hạn chuyển đúng thẩm quyền", "the time to reach a competent head");
            case RESOLVE -> new Bilingual("thời hạn giải quyết", "the time to answer");
            case REOPEN_WINDOW -> new Bilingual("thời hạn yêu cầu mở lại", "the time for reopening");
            case PROMISE -> new Bilingual("thời hạn hẹn trả kết quả", "the promised date");
        };
    }
}
