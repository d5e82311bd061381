package dev.vane.adapters.rest.tls;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a certificate is.
 *
 * @param certificateFile PEM: the certificate, then its issuers
 * @param privateKeyFile PEM: its key
 * @param reloadInterval how often is looked whether they have changed; positive
 */
public record CertificateFiles(Path certificateFile, Path privateKeyFile, Duration reloadInterval) {}
