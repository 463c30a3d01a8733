package vn.congvu.notify.template;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Language;
import vn.congvu.platform.text.CleanText;

/** Writes the messages: the text in force with its values. */
@Component
public class Messages {
    private final Templates templates;
    private final SmsTextSettings settings;

    Messages(Templates templates, SmsTextSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /** A mail as a person reads it. */
    public record Mail(String subject, String text) {}

    /** The text of an SMS, without diacritics unless the settings want them. */
    public String sms(MessageKind kind, Language language, Map<String, String> values) {
        return sms(templates.of(kind).in(language), values);
    }

    public Mail mail(MessageKind kind, Language language, Map<String, String> values) {
        var text = templates.of(kind).in(language);
        return new Mail(CleanText.oneLine(Texts.render(text.subject(), oneLine(values))), mailBody(text, values));
    }

    String sms(MessageText text, Map<String, String> values) {
        var sms = text.sms();
        if (sms == null) {
            throw new IllegalArgumentException("messages to offices have no SMS text");
        }
        var rendered = CleanText.oneLine(Texts.render(sms, oneLine(values)));
        return settings.diacritics() ? rendered : PlainVietnamese.of(rendered);
    }

    String mailBody(MessageText text, Map<String, String> values) {
        return Texts.render(text.email(), values);
    }

    /** Words of people are cut for a phone; the page they lead to has them all. */
    private Map<String, String> oneLine(Map<String, String> values) {
        var lines = new TreeMap<String, String>();
        values.forEach(
                (name, value) -> lines.put(name, CleanText.shorten(CleanText.oneLine(value), settings.longestValue())));
        return lines;
    }
}
