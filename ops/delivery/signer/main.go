// Command signer makes key pairs, signs images in a registry, and verifies their signatures.
//
// It is a thin front for the library that podman and skopeo are made of, in the form of signature that cosign, Kyverno
// and container engines read. docs/decisions/0020 says why it is here: Debian's skopeo has signing switched off, and
// cosign takes seven minutes of processor time to build.
//
//	signer keypair                        private key on standard output, public key on file descriptor 3
//	signer sign REPOSITORY DIGEST TAG     gives the image the tag, and signs that it is REPOSITORY:TAG
//	signer verify REPOSITORY REFERENCE    REFERENCE is a tag or a digest; prints the digest that is signed
//
// Keys and passwords come by environment and file, never as words of the command: see usage below.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"go.podman.io/image/v5/copy"
	"go.podman.io/image/v5/docker"
	"go.podman.io/image/v5/docker/reference"
	"go.podman.io/image/v5/image"
	"go.podman.io/image/v5/manifest"
	"go.podman.io/image/v5/signature"
	"go.podman.io/image/v5/signature/signer"
	"go.podman.io/image/v5/signature/sigstore"
	"go.podman.io/image/v5/types"
)

const usage = `signer keypair | sign REPOSITORY DIGEST TAG | verify REPOSITORY REFERENCE
environment:
  SIGNING_PASSWORD     password of the private key (keypair, sign)
  SIGNING_KEY_FILE     file of the private key (sign)
  SIGNING_PUBLIC_KEY   file of the public key (verify)
  REGISTRY_AUTH_FILE   credentials in the form of containers-auth.json
  REGISTRIES_D         folder that tells where signatures of the registry are kept
  REGISTRY_PLAIN_HTTP  true: a registry on this machine, without TLS`

// Longer than any registry of a house should take; a pipeline must end.
const limit = 5 * time.Minute

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "signer:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, words []string) error {
	switch {
	case len(words) == 1 && words[0] == "keypair":
		return keyPair(os.Stdout, os.NewFile(3, "public key"))
	case len(words) == 4 && words[0] == "sign":
		return sign(ctx, words[1], words[2], words[3])
	case len(words) == 3 && words[0] == "verify":
		return verify(ctx, words[1], words[2])
	}
	return errors.New(usage)
}

func password() ([]byte, error) {
	value := os.Getenv("SIGNING_PASSWORD")
	if len(value) < 12 {
		return nil, fmt.Errorf("SIGNING_PASSWORD has %d characters; at least 12 are needed", len(value))
	}
	return []byte(value), nil
}

func keyPair(private, public io.Writer) error {
	secret, err := password()
	if err != nil {
		return err
	}
	pair, err := sigstore.GenerateKeyPair(secret)
	if err != nil {
		return err
	}
	if _, err := public.Write(pair.PublicKey); err != nil {
		return fmt.Errorf("writing the public key to file descriptor 3: %w", err)
	}
	_, err = private.Write(pair.PrivateKey)
	return err
}

func system() *types.SystemContext {
	return &types.SystemContext{
		RegistriesDirPath:           os.Getenv("REGISTRIES_D"),
		AuthFilePath:                os.Getenv("REGISTRY_AUTH_FILE"),
		DockerInsecureSkipTLSVerify: types.NewOptionalBool(os.Getenv("REGISTRY_PLAIN_HTTP") == "true"),
	}
}

func refer(repository, tagOrDigest string) (types.ImageReference, error) {
	separator := ":"
	if strings.HasPrefix(tagOrDigest, "sha256:") {
		separator = "@"
	}
	named, err := reference.ParseNormalizedNamed(repository + separator + tagOrDigest)
	if err != nil {
		return nil, fmt.Errorf("%s%s%s: %w", repository, separator, tagOrDigest, err)
	}
	return docker.NewReference(named)
}

func sign(ctx context.Context, repository, digest, tag string) error {
	secret, err := password()
	if err != nil {
		return err
	}
	key, err := sigstore.NewSigner(sigstore.WithPrivateKeyFile(os.Getenv("SIGNING_KEY_FILE"), secret))
	if err != nil {
		return fmt.Errorf("reading the private key: %w", err)
	}
	defer key.Close()
	from, err := refer(repository, digest)
	if err != nil {
		return err
	}
	to, err := refer(repository, tag)
	if err != nil {
		return err
	}
	// The source is named by its digest, and is what has been tested; it need not carry a signature yet.
	policy, err := signature.NewPolicyContext(&signature.Policy{
		Default: signature.PolicyRequirements{signature.NewPRInsecureAcceptAnything()},
	})
	if err != nil {
		return err
	}
	defer func() { _ = policy.Destroy() }()
	written, err := copy.Image(ctx, policy, to, from, &copy.Options{
		Signers:        []*signer.Signer{key},
		SourceCtx:      system(),
		DestinationCtx: system(),
		// An index of several architectures keeps all of them.
		ImageListSelection: copy.CopyAllImages,
		PreserveDigests:    true,
		// What another key has signed stays; what stands there is judged at verification.
		RemoveSignatures: false,
	})
	if err != nil {
		return err
	}
	return expectDigest(written, digest)
}

func expectDigest(raw []byte, digest string) error {
	got, err := manifest.Digest(raw)
	if err != nil {
		return err
	}
	if got.String() != digest {
		return fmt.Errorf("the registry holds %s where %s was to be", got, digest)
	}
	return nil
}

// verify downloads the manifest and its signatures, no layers. A signature counts when the key made it, it is over this
// manifest, and it names this repository and, where REFERENCE is a tag, this very tag.
func verify(ctx context.Context, repository, tagOrDigest string) error {
	ref, err := refer(repository, tagOrDigest)
	if err != nil {
		return err
	}
	requirement, err := signature.NewPRSigstoreSignedKeyPath(
		os.Getenv("SIGNING_PUBLIC_KEY"), signature.NewPRMMatchRepoDigestOrExact())
	if err != nil {
		return err
	}
	policy, err := signature.NewPolicyContext(&signature.Policy{Default: signature.PolicyRequirements{requirement}})
	if err != nil {
		return err
	}
	defer func() { _ = policy.Destroy() }()
	source, err := ref.NewImageSource(ctx, system())
	if err != nil {
		return err
	}
	defer source.Close()
	unparsed := image.UnparsedInstance(source, nil)
	allowed, err := policy.IsRunningImageAllowed(ctx, unparsed)
	if err != nil {
		return err
	}
	if !allowed {
		return errors.New("the image is not signed as it should be")
	}
	raw, _, err := unparsed.Manifest(ctx)
	if err != nil {
		return err
	}
	digest, err := manifest.Digest(raw)
	if err != nil {
		return err
	}
	fmt.Println(digest)
	return nil
}
