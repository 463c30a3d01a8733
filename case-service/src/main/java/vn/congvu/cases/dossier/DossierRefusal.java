package vn.congvu.cases.dossier;

import vn.congvu.contracts.Bilingual;

/** Why a head may not name a new date. */
enum DossierRefusal {
    NOT_OPEN("Hồ sơ đã có kết quả, đã trả lại hoặc đã rút.", "The dossier is finished, returned or withdrawn."),
    RESCHEDULED_BEFORE(
            "Hồ sơ đã được hẹn lại một lần; không hẹn lại lần nữa.",
            "It was rescheduled before; that is possible only once."),
    TOO_LATE(
            "Chỉ được hẹn lại chậm nhất trước ngày hẹn trả kết quả. Nay đã muộn: hệ thống sẽ công khai xin lỗi khi quá hạn.",
            "A new date must be named before the promised day. It is too late: an apology is published when the date passes."),
    NOT_LATER("Ngày hẹn mới phải sau ngày hẹn hiện tại.", "The new date must be later than the present one.");

    private final Bilingual detail;

    DossierRefusal(String vi, String en) {
        this.detail = new Bilingual(vi, en);
    }

    Bilingual detail() {
        return detail;
    }
}
