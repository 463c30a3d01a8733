package vn.congvu.intake.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.congvu.contracts.Reference;
import vn.congvu.platform.text.Folding;

/** What a text message asks for, read with or without diacritics. Whatever is no command is a report or belongs to one. */
sealed interface SmsCommand {
    /** Words, as people write them. */
    record Plain() implements SmsCommand {}

    /** Words that name references, or look so: they belong there if the writer's own. */
    record About(List<Reference> references) implements SmsCommand {}

    /** {@code PA MOI ...}: another report, though one is open. */
    record StartNew() implements SmsCommand {}

    /** {@code TT 7K3F9-QXM2D} or the reference alone: how does it stand? */
    record Status(Reference reference) implements SmsCommand {}

    /** {@code XN 7K3F9-QXM2D}: this phone may be written to about that report. Empty where the reference is mistyped. */
    record Confirm(Optional<Reference> reference) implements SmsCommand {}

    /** {@code 1} to {@code 5}, after an answer. */
    record Score(int score) implements SmsCommand {}

    /** {@code CHUA XONG ...}, after an answer. */
    record NotSettled() implements SmsCommand {}

    Pattern SCORE = Pattern.compile(
            "(?:cham\\s+)?([1-5])\\s*(/\\s*5|sao|diem)?\\s*[.,!]*\\s*(?:(?:xin\\s+)?cam on(?: nhieu)?|rat tot|tot|hai long)?\\s*[.!]*");
    /** Also run together, with a letter missing, doubled or swapped, typed in Telex, after a score, and with "khong" for "chua". */
    Pattern NOT_SETTLED = Pattern.compile(
            "(?:[1-5]\\s*[.,;:/-]?\\s*)?[\"'(]?(?:(?:ch?ua|chau|chuwa|chu)\\s*[.-]?\\s*x(?:oo?ng|ogn|og|omg|nog|ong+)"
                    + "|(?:khong|kg|ko|k|hong|chua) xong|chua (?:duoc |dc |dk )?(?:giai quyet|gq) ?xong)(?![a-z]).*");

    Pattern START_NEW = Pattern.compile("pa moi\\b.*");
    Pattern STATUS = Pattern.compile("(?:tt\\s+)?([0-9a-z]{5}\\s?-?\\s?[0-9a-z]{5})[.!?]*");
    Pattern CONFIRM = Pattern.compile("(?:xn|xac nhan|x n)\\s*[:.,-]?\\s*([0-9a-z]{5}\\s?-?\\s?[0-9a-z]{5})[.!?]*");
    Pattern LIKE_A_REFERENCE = Pattern.compile("(?<![0-9A-Z])[0-9A-Z]{5}-?[0-9A-Z]{5}(?![0-9A-Z])");

    /** @param text clean */
    static SmsCommand of(String text) {
        var folded = Folding.fold(text);
        var score = SCORE.matcher(folded);
        if (score.matches()) {
            return new Score(Integer.parseInt(score.group(1)));
        }
        if (START_NEW.matcher(folded).matches()) {
            return new StartNew();
        }
        var status = STATUS.matcher(folded);
        if (status.matches()) {
            var reference = Reference.parse(status.group(1));
            if (reference.isPresent()) {
                return new Status(reference.get());
            }
        }
        var confirm = CONFIRM.matcher(folded);
        if (confirm.matches()) {
            return new Confirm(Reference.parse(confirm.group(1)));
        }
        var references = references(text);
        if (!references.isEmpty()) {
            return new About(references);
        }
        return NOT_SETTLED.matcher(folded).matches() ? new NotSettled() : new Plain();
    }

    private static List<Reference> references(String text) {
        var found = new ArrayList<Reference>();
        var candidates = LIKE_A_REFERENCE.matcher(text.toUpperCase(Locale.ROOT));
        while (candidates.find()) {
            Reference.parse(candidates.group())
                    .filter(one -> !found.contains(one))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }
}
