package vn.congvu.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congvu.devstack.world.WorldClock;

class InstallationTests {
    @TempDir
    Path data;

    @Test
    void makesAPairOfKeysForEveryServiceThatFit() throws Exception {
        install(null);
        for (var service : Service.values()) {
            var sign = Signature.getInstance("SHA256withECDSA");
            sign.initSign(KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(pem("keys/" + service.module() + ".key.pem"))));
            sign.update(new byte[] {1});
            var signature = sign.sign();
            sign.initVerify(KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(pem("keys/" + service.module() + ".pub.pem"))));
            sign.update(new byte[] {1});
            assertThat(sign.verify(signature)).isTrue();
        }
        assertThat(Base64.getDecoder().decode(Files.readString(data.resolve("sealing.key"))))
                .hasSize(32);
        assertThat(Base64.getDecoder().decode(Files.readString(data.resolve("audit.key"))))
                .hasSize(32);
        assertThat(Base64.getDecoder().decode(Files.readString(data.resolve("access-code.key"))))
                .hasSize(32);
    }

    @Test
    void keepsItsKeysAtTheNextStart() throws Exception {
        var first = install(null);
        var sealing = Files.readString(data.resolve("sealing.key"));
        var second = install(null);
        assertThat(Files.readString(data.resolve("sealing.key"))).isEqualTo(sealing);
        assertThat(second.settings().secrets().twilio())
                .isEqualTo(first.settings().secrets().twilio());
    }

    @Test
    void givesTheVaultPublicKeysOnlyAndMarksThemAsMadeForTryingOut() throws Exception {
        var settings = install(null).settings();
        for (var setting : List.of("identity-key-file", "contact-key-file")) {
            var file = Path.of(settings.of(Service.INTAKE).getProperty("complaints.intake.vault." + setting));
            assertThat(Files.readString(file))
                    .contains("\"tryOut\": true")
                    .contains("HpkePublicKey")
                    .doesNotContain("PrivateKey");
        }
        var opening = Path.of(settings.of(Service.NOTIFY).getProperty("complaints.notify.contact-key.file"));
        assertThat(Files.readString(opening)).contains("\"tryOut\": true").contains("HpkePrivateKey");
        assertThat(settings.of(Service.CASES).toString()).doesNotContain("vault-");
        var again = Files.readString(opening);
        install(null);
        assertThat(Files.readString(opening)).isEqualTo(again);
    }

    @Test
    void opensAnAccountForEveryRoleAndForEveryAgencyOfToday() throws Exception {
        install(null);
        var accounts = Files.readAllLines(data.resolve("accounts.csv"));
        assertThat(accounts.getFirst()).isEqualTo("username,password,roles,agency,title");
        assertThat(accounts).anyMatch(line -> line.startsWith("monitor,cong-vu-demo-only,MONITOR,SNV,"));
        assertThat(accounts)
                .contains("head.c25459,cong-vu-demo-only,AGENCY_HEAD,C25459,Chủ tịch UBND phường Tân Ninh")
                .anyMatch(line -> line.startsWith("officer.sxd,cong-vu-demo-only,AGENCY_OFFICER,SXD,"))
                .noneMatch(line -> line.startsWith("head.snv72,"));
    }

    @Test
    void isNotWiredToOneProvince() throws Exception {
        var province = Files.createDirectory(data.resolve("elsewhere"));
        Files.writeString(province.resolve("agencies.csv"), """
                code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email
                CITY,Thành phố Thử,City of Trial,PROVINCE,,,,,,
                P1,"Đồn 1, phía đông",Precinct 1,COMMUNE,CITY,,,,,
                """);
        var installation = install(province);
        assertThat(installation.settings().provinceName()).isEqualTo("Thành phố Thử");
        assertThat(Files.readAllLines(data.resolve("accounts.csv")))
                .contains("operator,cong-vu-demo-only,OPERATOR,,Điện thoại viên đường dây nóng")
                .contains("head.p1,cong-vu-demo-only,AGENCY_HEAD,P1,\"Người đứng đầu Đồn 1, phía đông\"");
        assertThat(installation.settings().of(Service.CASES)).doesNotContainKey("complaints.cases.calendar.seed-file");
    }

    @Test
    void tellsEveryServiceWhereTheOthersAre() throws Exception {
        var settings = install(null).settings();
        assertThat(settings.of(Service.GATEWAY))
                .containsEntry("server.port", "8080")
                .containsEntry("spring.mongodb.uri", "mongodb://127.0.0.1:27117/gateway")
                .containsEntry("complaints.gateway.services.cases-url", "http://127.0.0.1:8082")
                .containsEntry("complaints.platform.messaging.queue-type", "none");
        var file = settings.write(Service.INTAKE, data.resolve("config"));
        var read = new Properties();
        try (var in = Files.newInputStream(file)) {
            read.load(in);
        }
        assertThat(read)
                .containsEntry("complaints.intake.hotline.province-name", "Tây Ninh")
                .containsEntry("complaints.intake.webhooks.public-base-url", "http://127.0.0.1:8080");
    }

    private Installation install(Path province) throws IOException {
        return Installation.in(
                data,
                Ports.usual(),
                "mongodb://127.0.0.1:27117/",
                "amqp://127.0.0.1:5673/congvu",
                false,
                false,
                province,
                new WorldClock(Installation.clockFile(data)));
    }

    private byte[] pem(String name) throws IOException {
        return Base64.getDecoder().decode(Files.readString(data.resolve(name)).replaceAll("-----[A-Z ]+-----|\\s", ""));
    }
}
