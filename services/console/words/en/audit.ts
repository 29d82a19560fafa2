import type { audit as french } from '../fr/audit.ts';
import type { Same } from '../words.ts';

/** What an auditor reads and verifies. */
export const audit = {
  journal: {
    title: 'Audit journal',
    lead: 'Who decided what, when and under which policy: every decision, newest first.',
    filter: { stream: 'Thing', actor: 'Decided by', type: 'Kind of decision' },
    example: { stream: 'project-val-fictif', actor: 'administrator', type: 'review-submitted' },
    none: 'No decision matches',
    noneText: 'Filters take the exact value, as it stands in the journal.',
    policy: 'policy v{{version}}',
    proof: 'Proof',
    proofOf: 'Proof of decision no. {{position}}',
  },
  proof: {
    title: 'Proof of a decision',
    lead: 'Verified here, in your browser: neither the database nor this server has to be believed.',
    holds: 'The proof holds',
    holdsText: 'This decision stands in the sealed log, in its place, as it was recorded. Nothing before it can have been changed since.',
    refused: 'The proof does not hold',
    what: 'Decision',
    on: 'Thing',
    recorded: 'Recorded on',
    place: 'Place',
    placeOf: 'no. {{position}} of {{size}} sealed decisions',
    log: 'Log',
    digest: 'Digest of the content',
    download: 'Download the proof',
    elsewhere: 'To verify it elsewhere, without this service:',
    problem: {
      'not-a-checkpoint': 'The checkpoint cannot be read.',
      'another-log': 'The checkpoint is that of another log.',
      'not-signed': 'The key that you trust did not sign this log.',
      'wrong-signature': 'A signature is wrong: the checkpoint was changed.',
      'too-few-witnesses': 'Too few witnesses signed this checkpoint.',
      'not-a-proof': 'The server did not send a proof that can be read.',
      'not-in-the-log': 'The decision does not stand in the log where it says.',
      'no-envelope': 'The proof does not carry the envelope of the decision.',
      'another-place': 'The envelope of the decision names another place.',
      'data-changed': 'The content is not what the envelope attests.',
      'no-key': 'What was given is no public key: it reads name+id+key.',
      'keys-contradict': 'The successive keys of the log contradict each other.',
    },
  },
  key: {
    title: 'Which key to trust',
    fromServer:
      'This key comes from the server itself: the proof shows that the log is consistent, not who keeps it. Compare it with what the authority published elsewhere.',
    yours: 'This is the key that you gave, kept in this browser; its successors are followed one by one.',
    give: 'Key that the authority published',
    use: 'Verify with this key',
    forget: 'Forget it',
  },
} as const satisfies Same<typeof french>;
