package vn.congvu.intake.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.congvu.contracts.Bilingual;
import vn.congvu.intake.cleaning.Cleaner;
import vn.congvu.intake.cleaning.Cleaning;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.ComplaintChange;
import vn.congvu.intake.complaint.ComplaintProblems;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;

/** Takes files in: all of them or, with everything said that is wrong, none. */
@Component
class EvidenceDesk {
    private static final long LARGEST = 10L * 1024 * 1024;

    private final Cleaner cleaner;
    private final EvidenceStore store;

    EvidenceDesk(Cleaner cleaner, EvidenceStore store) {
        this.cleaner = cleaner;
        this.store = store;
    }

    /** @throws Problem if one can't be taken */
    List<Complaint.Attachment> add(Complaint complaint, List<MultipartFile> sent) throws IOException {
        var files = sent.stream().filter(file -> !file.isEmpty()).toList();
        refuseIfAny(numberProblems(files.size()));
        var kept = new ArrayList<Complaint.Attachment>();
        var entered = new ArrayList<Complaint.Attachment>();
        try {
            var problems = new ArrayList<FieldProblem>();
            for (int i = 0; i < files.size(); i++) {
                switch (cleaned(files.get(i))) {
                    case Cleaning.Clean clean ->
                        kept.add(store.keep(complaint.id(), files.get(i).getBytes(), clean));
                    case Cleaning.Refused refused -> problems.add(problem(i + 1, refused.reason()));
                }
            }
            refuseIfAny(problems);
            for (var one : kept) {
                entered.add(store.enter(complaint.id(), one, true));
            }
            return entered;
        } finally {
            kept.stream().skip(entered.size()).forEach(store::drop);
        }
    }

    private Cleaning cleaned(MultipartFile file) throws IOException {
        if (file.getSize() > LARGEST) {
            return Cleaning.refused(
                    "Tệp lớn hơn 10 MB. Hãy nén hoặc cắt ngắn.", "Larger than 10 MB. Compress or cut it.");
        }
        var content = file.getBytes();
        return MediaTypes.of(new ByteArrayInputStream(content))
                .map(kind -> cleaner.clean(kind.mediaType(), content))
                .orElseGet(() -> Cleaning.refused(
                        "Loại tệp này không nhận. Nhận: " + String.join(", ", MediaTypes.taken()) + ".",
                        "This kind of file is not taken. Taken: " + String.join(", ", MediaTypes.taken()) + "."));
    }

    private static List<FieldProblem> numberProblems(int files) {
        if (files == 0) {
            return List.of(problem(
                    0,
                    new Bilingual(
                            "Chưa có tệp. Gửi một hoặc nhiều phần tên \"file\".",
                            "No file. Send parts named \"file\".")));
        }
        return files <= ComplaintChange.MOST_ATTACHMENTS
                ? List.of()
                : List.of(problem(
                        files,
                        new Bilingual(
                                "Gửi tối đa " + ComplaintChange.MOST_ATTACHMENTS + " tệp.",
                                "Send at most " + ComplaintChange.MOST_ATTACHMENTS + " files.")));
    }

    private static void refuseIfAny(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new Problem(
                    ComplaintProblems.INVALID_SUBMISSION,
                    new Bilingual(
                            "Có tệp chưa nhận được; chưa tệp nào được lưu. Hãy sửa rồi gửi lại.",
                            "A file was refused and none was stored. Correct it and send them again."),
                    problems);
        }
    }

    private static FieldProblem problem(int number, Bilingual reason) {
        return new FieldProblem(number == 0 ? "file" : "file[" + number + "]", reason);
    }
}
