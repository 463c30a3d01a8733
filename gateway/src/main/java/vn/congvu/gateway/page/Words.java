package vn.congvu.gateway.page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Reference;

/** Words in the language of the page. */
@Component("words")
public class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /** Empty for null. */
    public String of(@Nullable Bilingual text) {
        if (text == null) {
            return "";
        }
        return "en".equals(LocaleContextHolder.getLocale().getLanguage()) ? text.en() : text.vi();
    }

    /** A reference in two groups, as it is read out; what is none stays as it is. */
    public String spoken(String reference) {
        return Reference.parse(reference).map(Reference::spoken).orElse(reference);
    }
}
