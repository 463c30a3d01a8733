package vn.congvu.gateway.template;

import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.template.Templates.Change;
import vn.congvu.gateway.template.Templates.Template;
import vn.congvu.gateway.template.Templates.Text;

/**
 * The texts of one kind of message as they are typed.
 *
 * @param version that was read, absent while the default is in force
 */
record TextForm(
        @Nullable Typed vi, @Nullable Typed en, @Nullable Long version) {
    record Typed(
            @Nullable String sms,
            @Nullable String subject,
            @Nullable String email) {
        static final Typed NOTHING = new Typed(null, null, null);

        /** A browser ends its lines with two characters, each of which would cost. */
        private static String lines(@Nullable String typed) {
            return typed == null ? "" : typed.replace("\r\n", "\n");
        }

        Text text(boolean bySms) {
            return new Text(bySms ? lines(sms) : null, lines(subject), lines(email));
        }
    }

    static TextForm of(Template template) {
        return new TextForm(typed(template.vi()), typed(template.en()), template.version());
    }

    private static Typed typed(Text text) {
        return new Typed(text.sms(), text.subject(), text.email());
    }

    Change change(Template present) {
        boolean bySms = present.vi().sms() != null;
        return new Change(
                (vi == null ? Typed.NOTHING : vi).text(bySms), (en == null ? Typed.NOTHING : en).text(bySms), version);
    }
}
