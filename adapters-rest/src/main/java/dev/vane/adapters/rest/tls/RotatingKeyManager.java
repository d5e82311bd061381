package dev.vane.adapters.rest.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Gives each handshake the credentials that are in force when it begins. A handshake asks three times, for a name, a chain
 * and a key: the name stands for one generation of them, and the one before is kept, so that a change in between mixes
 * nothing. Safe for use by several threads.
 */
final class RotatingKeyManager extends X509ExtendedKeyManager {

    private final Map<String, Credentials> generations = new ConcurrentHashMap<>();
    private volatile int generation;

    RotatingKeyManager(Credentials first) {
        generations.put(name(0), first);
    }

    /** Puts others in force. */
    synchronized void use(Credentials credentials) {
        int next = generation + 1;
        generations.put(name(next), credentials);
        generation = next;
        generations.remove(name(next - 2));
    }

    private static String name(int generation) {
        return Integer.toString(generation);
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return choose(keyType);
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return choose(keyType);
    }

    private String choose(String keyType) {
        String name = name(generation);
        return generations.get(name).key().getAlgorithm().equals(keyType)
                ? name
                : null; // JSSE's way to say that there is none
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        String name = choose(keyType);
        return name == null ? null : new String[] {name};
    }

    @Override
    public X509Certificate[] getCertificateChain(String name) {
        return generations.get(name).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String name) {
        return generations.get(name).key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null; // it is no client
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null; // it is no client
    }
}
