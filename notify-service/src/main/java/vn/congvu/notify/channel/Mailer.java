package vn.congvu.notify.channel;

import org.jspecify.annotations.Nullable;

/** The port for e-mail. Never throws for what a network does. */
public interface Mailer {
    /**
     * @param noticeId gives the mail its Message-ID, so that a mailbox recognises a second copy
     * @param to an address
     */
    record Mail(
            String noticeId,
            String to,
            String subject,
            String text,
            @Nullable Attachment attachment) {
        public Mail(String noticeId, String to, String subject, String text) {
            this(noticeId, to, subject, text, null);
        }

        /** Without the address and the words, which must not reach a log. */
        @Override
        public String toString() {
            return "Mail[noticeId=" + noticeId + "]";
        }
    }

    /** A PDF. */
    record Attachment(String name, byte[] content) {
        @Override
        public String toString() {
            return name;
        }
    }

    Outcome send(Mail mail);
}
