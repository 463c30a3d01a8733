package vn.congvu.cases.casefile;

import java.util.List;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;

/** What a command makes of a case. */
public sealed interface Decision {
    /** @param events in order, to be stored in the same write as the state */
    record Accepted(CaseFile next, List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing changes. */
    record Refused(Refusal why) implements Decision {}

    /** Why a command is refused, and what to do instead. */
    enum Refusal {
        NOT_IN_THIS_STATE(
                "Vụ việc không ở trạng thái cho phép thao tác này. Tải lại trang để xem trạng thái hiện tại.",
                "The case is not in a state that allows this. Load it again to see where it stands."),
        ALREADY_EXTENDED(
                "Vụ việc đã được gia hạn; mỗi vụ việc chỉ được gia hạn một lần.",
                "The case has been extended before; this is possible only once."),
        DEADLINE_PASSED(
                "Đã quá hạn xử lý nên không thể gia hạn hoặc tạm dừng. Hãy trả lời người phản ánh.",
                "The deadline has passed, so it can be neither extended nor paused. Answer the reporter."),
        NO_DEADLINE("Vụ việc này không có hạn xử lý để gia hạn.", "This case has no deadline that could be extended."),
        NEW_DATE_NOT_LATER(
                "Ngày hẹn mới phải sau hạn hiện tại.", "The new date must be later than the present deadline."),
        NEW_DATE_TOO_LATE(
                "Ngày hẹn mới quá xa: chỉ được gia hạn tối đa bằng thời hạn giải quyết ban đầu.",
                "The new date is too far: an extension is at most as long as the limit itself."),
        NO_MORE_PAUSES(
                "Đã hết số lần được tạm dừng để chờ người phản ánh.",
                "The clock was paused for the reporter as often as is allowed."),
        SAME_AGENCY("Vụ việc đang ở chính cơ quan này.", "The case is with this very agency."),
        SAME_CASE("Không thể gộp một vụ việc vào chính nó.", "A case can't be joined to itself."),
        TARGET_NOT_OPEN(
                "Vụ việc muốn gộp vào đã kết thúc hoặc đã được gộp. Hãy chọn vụ việc đang giải quyết.",
                "The other case has ended or was itself joined to one. Choose one that is being worked on."),
        HAS_JOINED_CASES(
                "Đã có vụ việc khác gộp vào vụ việc này, nên không thể gộp tiếp.",
                "Other cases were joined to this one, so it can't be joined to another."),
        ANSWERED_WITH_OTHER(
                "Người phản ánh đã được trả lời cùng vụ việc kia nên không tách ra được nữa. Người phản ánh có thể gửi phản ánh"
                        + " mới.",
                "The reporter was answered together with the other case, so this can't be undone any more. A new report can be"
                        + " sent."),
        HANDED_OVER_WITH_OTHER(
                "Vụ việc kia đã được chuyển cơ quan khác cùng với vụ việc này nên không tách ra được nữa.",
                "The other case was handed over together with this one, so this can't be undone any more."),
        NOT_MERGED("Vụ việc này không gộp vào vụ việc nào.", "This case is not joined to another one."),
        MERGED_TOO_LONG_AGO(
                "Vụ việc được gộp trước khi hệ thống biết cách tách lại. Người phản ánh có thể gửi phản ánh mới.",
                "The case was joined before this could be undone. A new report can be sent."),
        ACCUSED_WOULD_ANSWER(
                "Vụ việc này phản ánh chính lãnh đạo cơ quan đang giải quyết vụ việc kia nên không gộp được (Luật Tố cáo 2018, điều"
                        + " 12). Hãy giải quyết riêng.",
                "It is about the leaders of the very agency that answers the other case, so the two can't be joined (Law on"
                        + " Denunciation 2018, art. 12). Deal with it on its own."),
        TOO_LATE_TO_HAND_OVER(
                "Đã quá 5 ngày làm việc kể từ khi cơ quan nhận (NĐ 20/2008, điều 9). Hãy chuyển vụ việc: Sở Nội vụ sẽ quyết định nơi"
                        + " giải quyết và hướng dẫn người phản ánh.",
                "More than the 5 working days since the agency got it have passed (Decree 20/2008, art. 9). Forward the case: Home"
                        + " Affairs decides where it goes and tells the reporter."),
        WINDOW_PASSED(
                "Đã hết thời hạn yêu cầu mở lại. Bạn có thể gửi phản ánh mới.",
                "The time for reopening has passed. A new report can be sent."),
        REOPENED_BEFORE(
                "Vụ việc đã được mở lại một lần. Bạn có thể gửi phản ánh mới.",
                "The case was reopened once before. A new report can be sent."),
        NOT_ANSWERED("Vụ việc chưa được trả lời.", "The case has not been answered yet."),
        NOTHING_TO_DO("Không có gì thay đổi.", "Nothing changes.");

        private final Bilingual detail;

        Refusal(String vi, String en) {
            this.detail = new Bilingual(vi, en);
        }

        public Bilingual detail() {
            return detail;
        }
    }
}
