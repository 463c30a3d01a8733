package vn.congvu.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.congvu.platform.testing.TestServers;

class SmtpMailerTests {
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    private static final Mailer.Mail LETTER =
            new Mailer.Mail("notice-1", "head@example.vn", "Phản ánh mới", "Kính gửi Giám đốc,\nCó phản ánh mới.");

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void sendsVietnameseWithAMessageIdThatStaysTheSame() throws Exception {
        var mailer = mailer(mail.getSmtp().getPort());

        assertThat(mailer.send(LETTER)).isEqualTo(new Outcome.Accepted(null));
        assertThat(mailer.send(LETTER)).isEqualTo(new Outcome.Accepted(null));

        var received = mail.getReceivedMessages();
        assertThat(received).hasSize(2).allSatisfy(copy -> {
            assertThat(copy.getMessageID()).isEqualTo("<notice-1@example.vn>");
            assertThat(copy.getSubject()).isEqualTo("Phản ánh mới");
            assertThat(copy.getContent().toString()).contains("Kính gửi Giám đốc,");
        });
    }

    @Test
    void aServerThatIsAwayIsSafeToRepeat() {
        assertThat(mailer(TestServers.freePort()).send(LETTER)).isEqualTo(new Outcome.NotAccepted("not-connected"));
    }

    @ParameterizedTest
    @CsvSource({"550 no such user, Refused", "451 try later, NotAccepted", "450 busy, NotAccepted", "554 spam, Refused"
    })
    void theAnswerToTheRecipientDecides(String answer, String expected) throws Exception {
        try (var server = new ScriptedServer(answer, true)) {
            assertThat(mailer(server.port()).send(LETTER).getClass().getSimpleName())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aConnectionThatBreaksWhileTheLetterIsOnItsWayLeavesItUnknown() throws Exception {
        try (var server = new ScriptedServer("250 ok", false)) {
            assertThat(mailer(server.port()).send(LETTER)).isInstanceOf(Outcome.Unknown.class);
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThat(mailer(mail.getSmtp().getPort()).send(new Mailer.Mail("n", "not an address", "s", "t")))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static SmtpMailer mailer(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
        return new SmtpMailer(sender, new MailSettings("cong-vu@example.vn", "Công Vụ", "example.vn"));
    }

    /** Answers RCPT as told and, if it may, hangs up after the letter. */
    private static final class ScriptedServer implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0);

        ScriptedServer(String toRecipient, boolean answersTheLetter) throws Exception {
            Thread.ofVirtual().start(() -> {
                try (var client = socket.accept()) {
                    var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    var out = client.getOutputStream();
                    say(out, "220 ready");
                    boolean letter = false;
                    for (var line = in.readLine(); line != null; line = in.readLine()) {
                        if (letter && !line.equals(".")) {
                            continue;
                        }
                        if (letter && !answersTheLetter) {
                            return;
                        }
                        letter = line.equals("DATA");
                        say(out, line.startsWith("RCPT") ? toRecipient : letter ? "354 go on" : "250 ok");
                    }
                } catch (java.io.IOException hungUp) {
                    throw new java.io.UncheckedIOException(hungUp);
                }
            });
        }

        int port() {
            return socket.getLocalPort();
        }

        private static void say(java.io.OutputStream out, String line) throws java.io.IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws Exception {
            socket.close();
        }
    }
}
