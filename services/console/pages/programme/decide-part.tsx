import { useParams } from 'react-router';
import { PossibleList } from '../../forms/possible-list.tsx';

/** Every decision that one may take on this programme. */
export function DecidePart() {
  const { id = '' } = useParams();
  return <PossibleList kind="programme" id={id} />;
}
