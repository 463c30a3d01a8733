package vn.congvu.devstack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import vn.congvu.devstack.servers.RealServers;

/**
 * What every service is told, as a properties file: visible to whoever looks, and not in the process list.
 *
 * @param mongodb URI without the database
 * @param quorumQueues on RabbitMQ; the embedded broker refuses such arguments
 * @param clockOffset the file with the suite's offset
 * @param accounts the CSV with the demo accounts
 * @param mfa whether staff need a second factor
 */
record Settings(
        Ports ports,
        String mongodb,
        String amqp,
        boolean quorumQueues,
        Secrets secrets,
        Path clockOffset,
        Path accounts,
        boolean mfa,
        Province province,
        String provinceName,
        String hotline) {

    Path write(Service service, Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(service.module() + ".properties");
        try (var writer = Files.newOutputStream(file)) {
            // written as ISO 8859-1 with escapes, which every reader of properties understands
            of(service).store(writer, "Settings of " + service.module() + " on the dev stack");
        }
        return file;
    }

    Properties of(Service service) {
        var settings = new Properties();
        settings.setProperty("server.port", Integer.toString(ports.of(service.part())));
        settings.setProperty("server.address", "127.0.0.1");
        settings.setProperty("management.server.port", Integer.toString(ports.of(service.inside())));
        settings.setProperty("management.server.address", "127.0.0.1");
        settings.setProperty("spring.mongodb.uri", RealServers.inDatabase(mongodb, service.database()));
        settings.setProperty("spring.rabbitmq.addresses", amqp);
        settings.setProperty("complaints.platform.clock.offset-file", clockOffset.toString());
        settings.setProperty("complaints.platform.messaging.queue-type", quorumQueues ? "quorum" : "none");
        settings.setProperty(
                "complaints.platform.tokens.keys-dir", secrets.tokenKeys().toString());
        settings.setProperty(
                "complaints.platform.sealing.key-file", secrets.sealingKey().toString());
        settings.setProperty(
                "complaints.platform.audit.key-file", secrets.auditKey().toString());
        settings.setProperty("complaints.platform.sealing.try-out-keys", "true");
        switch (service) {
            case INTAKE -> intake(settings);
            case CASES -> cases(settings);
            case NOTIFY -> notify(settings);
            case GATEWAY -> gateway(settings);
        }
        return settings;
    }

    private void intake(Properties settings) {
        settings.setProperty(
                "complaints.intake.access-code.key-file",
                secrets.accessCodeKey().toString());
        settings.setProperty(
                "complaints.intake.vault.identity-key-file",
                secrets.identityKeys().publicKeys().toString());
        settings.setProperty(
                "complaints.intake.vault.opening-key-file",
                secrets.identityKeys().privateKeys().toString());
        settings.setProperty(
                "complaints.intake.vault.contact-key-file",
                secrets.contactKeys().publicKeys().toString());
        settings.setProperty("complaints.intake.webhooks.public-base-url", ports.url(Part.GATEWAY));
        settings.setProperty(
                "complaints.intake.twilio.account-sid", secrets.twilio().sid());
        settings.setProperty(
                "complaints.intake.twilio.auth-token", secrets.twilio().authToken());
        settings.setProperty("complaints.intake.twilio.api-base-url", ports.url(Part.WORLD));
        settings.setProperty("complaints.intake.webhooks.sms.secrets.aggregator", secrets.aggregatorSecret());
        settings.setProperty("complaints.intake.hotline.number", hotline);
        settings.setProperty("complaints.intake.hotline.province-name", provinceName);
    }

    private void cases(Properties settings) {
        settings.setProperty(
                "complaints.cases.directory.seed-dir", province.folder().toString());
        if (province.hasCalendar()) {
            settings.setProperty(
                    "complaints.cases.calendar.seed-file",
                    province.folder().resolve("calendar.csv").toString());
        }
    }

    private void notify(Properties settings) {
        settings.setProperty(
                "complaints.notify.contact-key.file",
                secrets.contactKeys().privateKeys().toString());
        settings.setProperty(
                "complaints.notify.twilio.account-sid", secrets.twilio().sid());
        settings.setProperty(
                "complaints.notify.twilio.auth-token", secrets.twilio().authToken());
        settings.setProperty("complaints.notify.twilio.api-base-url", ports.url(Part.WORLD));
        settings.setProperty("complaints.notify.twilio.from", hotline);
        settings.setProperty("complaints.notify.intake-base-url", ports.url(Part.INTAKE));
        settings.setProperty("complaints.notify.cases-base-url", ports.url(Part.CASES));
        settings.setProperty("complaints.notify.public-base-url", ports.url(Part.GATEWAY));
        settings.setProperty("complaints.notify.apology.place", provinceName);
        settings.setProperty("spring.mail.host", "127.0.0.1");
        settings.setProperty("spring.mail.port", Integer.toString(ports.of(Part.SMTP)));
    }

    private void gateway(Properties settings) {
        settings.setProperty("complaints.gateway.services.intake-url", ports.url(Part.INTAKE));
        settings.setProperty("complaints.gateway.services.cases-url", ports.url(Part.CASES));
        settings.setProperty("complaints.gateway.services.notify-url", ports.url(Part.NOTIFY));
        settings.setProperty("complaints.gateway.accounts.seed-file", accounts.toString());
        // everybody here is one client: the demo, the replay, the phones and the browser
        settings.setProperty("complaints.gateway.edge.requests-per-minute", "1000000");
        settings.setProperty("complaints.gateway.edge.sign-ins-per-minute", "1000000");
        settings.setProperty("complaints.gateway.second-factor.required", Boolean.toString(mfa));
        settings.setProperty("complaints.gateway.public-base-url", ports.url(Part.GATEWAY));
    }
}
