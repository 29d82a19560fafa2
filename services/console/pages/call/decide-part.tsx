import { useParams } from 'react-router';
import { PossibleList } from '../../forms/possible-list.tsx';

/** Every decision that one may take on this call. */
export function DecidePart() {
  const { id = '' } = useParams();
  return <PossibleList kind="call" id={id} />;
}
