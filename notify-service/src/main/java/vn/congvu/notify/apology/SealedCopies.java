package vn.congvu.notify.apology;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.contact.Contacts;
import vn.congvu.notify.contact.Reach;
import vn.congvu.notify.letter.LetterPdf;
import vn.congvu.notify.notice.Letters;
import vn.congvu.notify.notice.Notices;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/**
 * The copies that say to whom: to the person by e-mail, and to the counter that hands a dossier's letter over on paper. Who reported
 * conduct is never opened for an agency.
 */
@Component
class SealedCopies implements Letters {
    private final Apologies apologies;
    private final LetterWriter writer;
    private final LetterPdf pdf;
    private final Notices notices;
    private final Contacts contacts;

    SealedCopies(Apologies apologies, LetterWriter writer, LetterPdf pdf, Notices notices, Contacts contacts) {
        this.apologies = apologies;
        this.writer = writer;
        this.pdf = pdf;
        this.notices = notices;
        this.contacts = contacts;
    }

    @Override
    public Optional<Pdf> of(String letterId, To person) {
        return apologies.find(letterId).map(apology -> print(apology, person));
    }

    /**
     * For the counter of the agency that apologises, to hand over or to send by post.
     *
     * @throws Problem if it is about a report, another agency's, or nobody is known to write to
     */
    Pdf forTheCounter(Apology apology, Caller caller) {
        if (!apology.agency().code().equals(caller.agencyCode())) {
            throw new Problem(
                    ApologyProblems.NOT_YOURS,
                    new Bilingual(
                            "Chỉ cơ quan đã xin lỗi in bản gửi người nộp hồ sơ.",
                            "Only the agency that apologised prints the applicant's copy."));
        }
        if (apology.subject() == Subject.CASE) {
            throw new Problem(
                    ApologyProblems.SEALED,
                    new Bilingual(
                            "Thông tin người phản ánh được giữ kín; bản này chỉ gửi tới chính người đó. Hãy dùng bản công khai.",
                            "Reporters are kept secret; this copy goes to that person only. Use the public copy."));
        }
        return notices.lastTold(apology.reference(), apology.agency().code())
                .map(person -> contacts.reach(person.contactRef()))
                .flatMap(SealedCopies::to)
                .map(person -> print(apology, person))
                .orElseThrow(() -> Problems.notFound(
                        "Không có liên hệ của người nộp hồ sơ. Hãy dùng bản công khai.",
                        "There is no contact of the applicant. Use the public copy."));
    }

    private Pdf print(Apology apology, To person) {
        var letter =
                writer.sealedCopy(apology, new LetterWriter.Recipient(person.name(), person.phone(), person.email()));
        return new Pdf(fileName(apology), pdf.of(letter));
    }

    static String fileName(Apology apology) {
        return "xin-loi-" + apology.number().replaceAll("[^A-Za-z0-9]+", "-") + ".pdf";
    }

    private static Optional<To> to(Reach reach) {
        return switch (reach) {
            case Reach.At at -> Optional.of(new To(at.name(), at.phone(), at.email()));
            case Reach.Nowhere _ -> Optional.empty();
            case Reach.NotNow _ ->
                throw new Problem(
                        Problems.AWAY,
                        new Bilingual(
                                "Chưa mở được liên hệ. Hãy thử lại sau.",
                                "The contact can't be opened now. Try again."));
        };
    }
}
