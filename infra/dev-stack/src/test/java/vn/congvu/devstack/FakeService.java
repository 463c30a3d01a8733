package vn.congvu.devstack;

import com.sun.net.httpserver.HttpServer;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a service: reads its settings as Boot does and is healthy. Packed like a Boot jar. */
public final class FakeService {
    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        var settings = new Properties();
        try (var in = new FileInputStream(arguments[0].replace("--spring.config.additional-location=file:", ""))) {
            settings.load(in);
        }
        var port = Integer.parseInt(settings.getProperty("server.port"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/readyz", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("listening on " + port + " for " + settings.getProperty("spring.mongodb.uri"));
    }

    static void packIn(Path root, String module) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", FakeService.class.getName());
        var target = Files.createDirectories(root.resolve(module).resolve("target"));
        var name = FakeService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve(module + "-0.1.jar")), manifest);
                var bytes = FakeService.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry("BOOT-INF/classes/" + name));
            bytes.transferTo(jar);
        }
    }
}
