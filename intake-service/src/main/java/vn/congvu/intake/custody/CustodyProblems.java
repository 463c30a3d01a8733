package vn.congvu.intake.custody;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.Problems;

/** Why an identity is not asked for, granted or opened. */
final class CustodyProblems {
    private static final ProblemType NO_IDENTITY = new ProblemType(
            "no-identity", 409, new Bilingual("Không có danh tính để mở", "There is no identity to open"));
    private static final ProblemType NOT_YOURS = new ProblemType(
            "not-your-identity-request", 403, new Bilingual("Bạn không làm được việc này", "Not for you to do"));
    private static final ProblemType NOT_GRANTED = new ProblemType(
            "identity-not-granted", 403, new Bilingual("Chưa được phép mở danh tính", "Opening is not granted"));
    private static final ProblemType GRANT_OVER = new ProblemType(
            "identity-grant-over", 410, new Bilingual("Phép mở danh tính đã hết hạn", "The grant is over"));

    private static final ProblemType ORIGINAL_GONE = new ProblemType(
            "original-gone", 410, new Bilingual("Bản gốc của tệp đã bị hủy", "The file as it was sent is gone"));

    private CustodyProblems() {}

    static Problem unknownFile() {
        return Problems.notFound(
                "Phản ánh không có tệp này. Hãy mở lại đề nghị.",
                "The report has no such file. Open the request again.");
    }

    static Problem originalGone() {
        return new Problem(
                ORIGINAL_GONE,
                new Bilingual(
                        "Hết thời hạn lưu, hoặc người gửi đã yêu cầu xóa. Bản sạch vẫn còn trong vụ việc.",
                        "Its time is over, or the reporter had it erased. The clean copy is still with the case."));
    }

    static Problem unknownReport() {
        return Problems.notFound(
                "Không có phản ánh này. Hãy kiểm tra mã tra cứu.", "There is no such report. Check the reference.");
    }

    static Problem unknownRequest() {
        return Problems.notFound(
                "Không có đề nghị này. Hãy mở lại từ danh sách.", "There is no such request. Open it from the list.");
    }

    static Problem anonymous() {
        return new Problem(
                NO_IDENTITY,
                new Bilingual(
                        "Người gửi không nêu danh tính và không gửi tệp, hoặc danh tính đã được xóa. Hãy hỏi họ qua trang tra cứu.",
                        "The reporter gave no identity and no files, or it was erased. Ask through the tracking page."));
    }

    static Problem decidesCases() {
        return new Problem(
                NOT_YOURS,
                new Bilingual(
                        "Người phân loại hoặc giải quyết phản ánh không được biết danh tính. Hãy để người khác đề nghị.",
                        "Whoever sorts or decides reports may not know identities. Let somebody else ask."));
    }

    static Problem ownRequest() {
        return new Problem(
                NOT_YOURS,
                new Bilingual(
                        "Bạn không quyết định được đề nghị của chính mình. Người giữ danh tính khác phải quyết định.",
                        "You can't decide your own request. Another custodian must."));
    }

    static Problem onlyTheCustodian() {
        return new Problem(
                NOT_YOURS,
                new Bilingual(
                        "Chỉ người giữ danh tính được mở và xem. Hãy liên hệ người đã chấp thuận: họ xem và làm điều bạn cần.",
                        "Only a custodian opens and looks. Turn to the one who approved: they look and do what you need."));
    }

    static Problem askedByOneself() {
        return new Problem(
                NOT_YOURS,
                new Bilingual(
                        "Bạn không mở được danh tính do chính bạn đề nghị. Người giữ danh tính khác phải mở.",
                        "You can't open an identity that you asked for. Another custodian must."));
    }

    static Problem decided(Object present) {
        return new Problem(
                        Problems.STALE,
                        new Bilingual(
                                "Đề nghị này đã được quyết định. Hãy xem kết quả hiện tại.",
                                "This request was decided already. See what it is now."))
                .with("present", present);
    }

    static Problem notGranted() {
        return new Problem(
                NOT_GRANTED,
                new Bilingual(
                        "Đề nghị chưa được chấp thuận. Hãy chờ người giữ danh tính quyết định.",
                        "The request is not approved. Wait for the custodian's decision."));
    }

    static Problem grantOver() {
        return new Problem(
                GRANT_OVER,
                new Bilingual(
                        "Phép mở có hiệu lực 24 giờ và đã hết. Nếu còn cần, hãy gửi đề nghị mới.",
                        "A grant lasts 24 hours and this one is over. Send a new request if you still need it."));
    }

    static Problem noKey() {
        return new Problem(
                Problems.AWAY,
                new Bilingual(
                        "Khóa của người giữ danh tính chưa được đưa vào. Hãy báo quản trị rồi mở lại.",
                        "The custodian's key is not mounted. Tell the administrator and open it again."));
    }
}
