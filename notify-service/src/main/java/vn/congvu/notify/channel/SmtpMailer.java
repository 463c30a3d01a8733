package vn.congvu.notify.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail over SMTP. An answer of the server decides (RFC 5321, section 4.2.1: 4xx later, 5xx never); a silent one does not. */
@Component
final class SmtpMailer implements Mailer {
    static {
        // unnamed, it is looked for in every jar of the class path, some five times a mail
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final JavaMailSender sender;
    private final MailSettings settings;

    SmtpMailer(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    public Outcome send(Mail mail) {
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, mail.attachment() != null, UTF_8.name());
            helper.setFrom(settings.from(), settings.senderName());
            helper.setTo(mail.to());
            helper.setSubject(mail.subject());
            helper.setText(mail.text());
            if (mail.attachment() != null) {
                helper.addAttachment(
                        mail.attachment().name(),
                        new ByteArrayResource(mail.attachment().content()),
                        MediaType.APPLICATION_PDF_VALUE);
            }
            message.setHeader("Message-ID", messageId(mail.noticeId()));
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return new Outcome.Accepted(null);
        } catch (AddressException wrong) {
            return new Outcome.Refused("wrong-address");
        } catch (MailAuthenticationException notLetIn) {
            return new Outcome.NotAccepted("smtp-sign-in");
        } catch (MailSendException failed) {
            return outcome(failed);
        } catch (MailException | MessagingException | UnsupportedEncodingException odd) {
            return new Outcome.Refused("not-a-mail-" + odd.getClass().getSimpleName());
        }
    }

    String messageId(String noticeId) {
        return "<" + noticeId + "@" + settings.idDomain() + ">";
    }

    private static Outcome outcome(MailSendException failed) {
        var perMessage = failed.getMessageExceptions();
        Throwable cause = perMessage.length > 0 ? perMessage[0] : failed.getCause();
        for (var link = cause; link != null; link = next(link)) {
            var known = known(link);
            if (known != null) {
                return known;
            }
        }
        return new Outcome.Unknown("smtp-broken-off");
    }

    private static @Nullable Outcome known(Throwable link) {
        return switch (link) {
            case SMTPAddressFailedException answer -> byCode(answer.getReturnCode());
            case SMTPSendFailedException answer when answer.getReturnCode() > 0 -> byCode(answer.getReturnCode());
            case AuthenticationFailedException _ -> new Outcome.NotAccepted("smtp-sign-in");
            case MailConnectException _, ConnectException _, UnknownHostException _, NoRouteToHostException _ ->
                new Outcome.NotAccepted("not-connected");
            default -> null;
        };
    }

    private static Outcome byCode(int code) {
        return code >= 500 ? new Outcome.Refused("smtp-" + code) : new Outcome.NotAccepted("smtp-" + code);
    }

    private static @Nullable Throwable next(Throwable link) {
        var next = link instanceof MessagingException chained ? chained.getNextException() : null;
        if (next == null && link instanceof SendFailedException sent && sent.getNextException() != null) {
            next = sent.getNextException();
        }
        return next != null ? next : link.getCause();
    }
}
