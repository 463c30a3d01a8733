package vn.congvu.notify.follow;

import static vn.congvu.notify.follow.Line.when;
import static vn.congvu.notify.template.MessageKind.DATA_REQUEST_ANSWERED;
import static vn.congvu.notify.template.MessageKind.OFFICE_DATA_REQUEST_OVERDUE;
import static vn.congvu.notify.template.MessageKind.OFFICE_DATA_REQUEST_RECEIVED;

import java.util.List;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.intake.DataRequestAnswered;
import vn.congvu.contracts.intake.DataRequestOverdue;
import vn.congvu.contracts.intake.DataRequestReceived;

/** The lines of {@link WhoIsTold} about requests for personal data; the answer itself stands behind the reporter's code. */
final class DataRequestNews {
    private DataRequestNews() {}

    static List<Line<?>> lines() {
        return List.of(
                when(DataRequestReceived.class)
                        .offices(DataRequestReceived::tell)
                        .hears(OFFICE_DATA_REQUEST_RECEIVED, (e, f) -> f.complaint(e.complaintId())
                                .with("what", what(e.kind()))
                                .at("due", e.dueAt())
                                .dataRequestPage(e.requestId())),
                when(DataRequestOverdue.class)
                        .offices(DataRequestOverdue::tell)
                        .hears(OFFICE_DATA_REQUEST_OVERDUE, (e, f) -> f.complaint(e.complaintId())
                                .with("what", what(e.kind()))
                                .at("due", e.dueAt())
                                .dataRequestPage(e.requestId())),
                when(DataRequestAnswered.class)
                        .reporter(DataRequestAnswered::reporter)
                        .hears(DATA_REQUEST_ANSWERED, (e, f) -> f.complaint(e.complaintId())));
    }

    private static Bilingual what(DataRequestKind kind) {
        return switch (kind) {
            case ACCESS -> new Bilingual("xem dữ liệu", "see the data");
            case CORRECTION -> new Bilingual("sửa dữ liệu", "correct the data");
            case ERASURE -> new Bilingual("xóa dữ liệu", "erase the data");
        };
    }
}
