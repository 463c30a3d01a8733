package vn.congvu.intake.datarequest;

import vn.congvu.contracts.Bilingual;
import vn.congvu.intake.complaint.ComplaintProblems;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Why a request about personal data is not taken, answered or carried out. */
final class DataRequestProblems {
    private DataRequestProblems() {}

    static Problem nothingKept() {
        return notNow(
                "Hệ thống không giữ danh tính nào của bạn ở phản ánh này, nên không có gì để sửa hoặc xóa.",
                "Nothing is kept about who you are with this report, so there is nothing to correct or erase.");
    }

    static Problem tooMany() {
        return notNow(
                "Phản ánh này đã có quá nhiều yêu cầu về dữ liệu. Hãy gửi văn bản đến cơ quan quản lý hệ thống.",
                "There were too many requests about this report. Write to the authority that runs this system.");
    }

    static Problem noCopy() {
        return notNow(
                "Chưa có bản sao dữ liệu để xem, hoặc đã hết hạn xem. Hãy gửi yêu cầu xem dữ liệu.",
                "There is no copy of your data to see, or its time is over. Ask for access to your data.");
    }

    static Problem unknown() {
        return Problems.notFound(
                "Không có yêu cầu này. Hãy mở lại từ danh sách.", "There is no such request. Open it from the list.");
    }

    static Problem answered(Object present) {
        return new Problem(
                        Problems.STALE,
                        new Bilingual(
                                "Yêu cầu này đã được trả lời. Hãy xem kết quả hiện tại.",
                                "This request was answered already. See what it is now."))
                .with("present", present);
    }

    static Problem noKey() {
        return new Problem(
                Problems.AWAY,
                new Bilingual(
                        "Khóa của người giữ danh tính chưa được đưa vào. Hãy báo quản trị rồi thử lại.",
                        "The custodian's key is not mounted. Tell the administrator and try again."));
    }

    private static Problem notNow(String vi, String en) {
        return new Problem(ComplaintProblems.NOT_POSSIBLE_NOW, new Bilingual(vi, en));
    }
}
