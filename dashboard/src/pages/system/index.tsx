import { Unfilled } from '../Unfilled';

export default function SystemPage() {
  return <Unfilled about="The services and how they are" endpoints={['/actuator/health']} />;
}
