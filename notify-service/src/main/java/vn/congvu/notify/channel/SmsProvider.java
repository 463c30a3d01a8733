package vn.congvu.notify.channel;

import java.util.function.Predicate;

/** The port behind which SMS providers sit: aggregators, SMPP links, GSM gateways, Twilio. Never throws for what a network does. */
public interface SmsProvider {
    /**
     * @param noticeId comes back with the provider's receipts
     * @param to E.164
     */
    record Sms(String noticeId, String to, String text) {
        /** Without the number and the words, which must not reach a log. */
        @Override
        public String toString() {
            return "Sms[noticeId=" + noticeId + "]";
        }
    }

    Outcome send(Sms sms);

    /**
     * Looks for a message that may have gone out.
     *
     * @param to E.164
     * @param textHash of the text, by {@link TextHash}
     * @param accountedFor whether a provider id belongs to another notice already
     */
    Lookup find(String to, String textHash, Predicate<String> accountedFor);

    /** Whether trying makes sense now; false while the provider is known to be away. */
    boolean available();
}
