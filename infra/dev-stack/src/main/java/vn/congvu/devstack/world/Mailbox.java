package vn.congvu.devstack.world;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.util.MailStreamProvider;
import tools.jackson.databind.json.JsonMapper;

/** An SMTP server that accepts every mail for anybody and shows it. Listens on this machine only. */
final class Mailbox implements AutoCloseable {
    static {
        // unnamed, it is looked for in every jar of the class path, some five times a mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    /** One mail in one recipient's box. {@code text} is the plain part, or the HTML part without its tags. */
    record Mail(String from, String to, String subject, String text, OffsetDateTime at, List<String> attachments) {}

    private final JsonLines<Mail> kept;
    private final WorldClock clock;
    private final GreenMail server;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    Mailbox(Path folder, int port, JsonMapper json, WorldClock clock) {
        this.clock = clock;
        kept = new JsonLines<>(folder.resolve("mailbox.jsonl"), Mail.class, json);
        mails.addAll(kept.read());
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler((_, address) -> new Recipient(address));
        server.start();
    }

    List<Mail> mails() {
        return List.copyOf(mails);
    }

    private synchronized void deliver(MimeMessage message, MailAddress recipient) {
        try {
            var texts = new Texts();
            texts.read(message);
            var sender = message.getFrom() != null && message.getFrom().length > 0
                    ? ((InternetAddress) message.getFrom()[0]).toUnicodeString()
                    : "";
            var mail = new Mail(
                    sender,
                    recipient.getEmail(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    texts.best(),
                    clock.now().toOffsetDateTime(),
                    texts.attachments);
            kept.add(mail);
            mails.add(mail);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** The readable parts of a mail, as a mail program would choose them. */
    private static final class Texts {
        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException, IOException {
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments.add(part.getFileName() == null ? "?" : MimeUtility.decodeText(part.getFileName()));
            } else if (part.isMimeType("text/plain")) {
                plain.append((String) part.getContent());
            } else if (part.isMimeType("text/html")) {
                html.append((String) part.getContent());
            } else if (part.isMimeType("multipart/*")) {
                var parts = (Multipart) part.getContent();
                for (var i = 0; i < parts.getCount(); i++) {
                    read(parts.getBodyPart(i));
                }
            } else {
                attachments.add(part.getFileName() == null ? part.getContentType() : part.getFileName());
            }
        }

        String best() {
            var text = plain.isEmpty()
                    ? html.toString()
                            .replaceAll("(?s)<(style|script).*?</\\1>", "")
                            .replaceAll("<[^>]*>", " ")
                            .replace("&nbsp;", " ")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&amp;", "&")
                    : plain.toString();
            return text.replace("\r\n", "\n").strip();
        }
    }

    /** Whoever a mail is for: puts it into the list instead of a store of the mail server's own. */
    private final class Recipient implements GreenMailUser {
        private final MailAddress address;

        Recipient(MailAddress address) {
            this.address = address;
        }

        @Override
        public void deliver(MovingMessage message) {
            Mailbox.this.deliver(message.getMessage(), address);
        }

        @Override
        public void deliver(MimeMessage message) {
            Mailbox.this.deliver(message, address);
        }

        @Override
        public String getEmail() {
            return address.getEmail();
        }

        @Override
        public String getLogin() {
            return address.getEmail();
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("boxes of the outside world have no password");
        }

        @Override
        public void authenticate(String password) {
            // anybody may
        }

        @Override
        public String getQualifiedMailboxName() {
            return address.getEmail();
        }

        @Override
        public void create() {
            // a box exists as soon as somebody writes to it
        }

        @Override
        public void delete() {
            // and is never taken away
        }
    }
}
